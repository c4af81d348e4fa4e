story: somebody takes their data away; where the channel may not show private things, a link leads there
pack: demo
at: 2026-11-23 09:00

王阿姨: 楼道灯坏了
王阿姨 [确认]
小李@水电队 [我来]
王阿姨/web: /mydata
王阿姨/web [带走一份]
王阿姨/web < linli-20261123.html
王阿姨/web < linli-20261123.json
王阿姨/web < 只留 7 天
小李 !< linli-2026
王阿姨/web: /mydata
王阿姨/web [带走一份]
王阿姨/web < 刚给过您一份
+11m
王阿姨: /mydata                        # on Telegram
王阿姨 [带走一份]
王阿姨 < 请点开看
王阿姨 !< .json
