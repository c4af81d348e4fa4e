story: the wished time is corrected by a button, before anybody has taken it: those who were asked see the new one
pack: demo
at: 2026-11-23 09:00

王阿姨: 帮我取个快递
王阿姨 [都可以]
王阿姨 [确认]
大刘 < 时间：都可以
王阿姨: /my
王阿姨 [0001]
王阿姨 [改一改]
王阿姨 [时间]
王阿姨 < 原来是：都可以
王阿姨 [明天上午]
王阿姨 < 接单的人会看到新的
大刘 < 时间：11月24日 周二 上午
大刘 [我来]
王阿姨: /my
王阿姨 [0001]
王阿姨 [更多]
王阿姨 [改一改]
王阿姨 [时间]
王阿姨 < 原来是：11月24日 周二 上午
王阿姨: 明天下午
王阿姨 < 办事的人已经知道
大刘 < 11月24日 周二 下午
