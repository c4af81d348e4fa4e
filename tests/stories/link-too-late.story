story: a code for another channel is good for half an hour, and a no is a no
pack: demo
at: 2026-11-23 09:00

王阿姨: /link
王阿姨/web: 你好
王阿姨/web: /link {code}
王阿姨 < 这里就是您自己
李大爷: /link {code}
李大爷 [不是]
李大爷 < 没有连
+31m
李大爷: /link {code}
李大爷 < 不对或者过期了
