story: choices that are no longer asked change nothing and are answered politely
pack: demo
at: 2026-11-23 09:00

王阿姨: 厨房水龙头漏水
王阿姨: 明天下午
王阿姨 [今天]                           # the question was answered in words
王阿姨 < 请看最新的一条
王阿姨 [确认]
王阿姨 < 11月24日 周二 下午
王阿姨 < 20261123-0001
王阿姨: 楼道灯坏了
王阿姨: /my
王阿姨 < 20261123-0001
+2d
王阿姨 [确认]                           # a form is still open after days
王阿姨 < 20261125-0001
王阿姨 !< 20261123-0002
