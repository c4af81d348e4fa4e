story: a doubt that turns out harmless goes on as an ordinary request
pack: demo
at: 2026-11-23 09:00

王阿姨: 我家没着火，就是想问问灭火器哪里领
王阿姨 < 现在有危险吗
王阿姨 < 119
陈主任 !< 紧急
王阿姨 [没有危险]
王阿姨 < 那就好
王阿姨 < 消防设施损坏
王阿姨 < 我家没着火，就是想问问灭火器哪里领
