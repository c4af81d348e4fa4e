story: out of hours a request begins with what was said before
pack: demo
at: 2026-11-23 22:00

王阿姨: 家里的东西坏了，想找人看看
王阿姨 [都不是，找人工]
王阿姨 < 服务台现在下班了
王阿姨 [提一个求助]
王阿姨 < 您说的是哪一件
王阿姨 [监控与技防]
王阿姨 < 家里的东西坏了，想找人看看          # nobody types it twice
