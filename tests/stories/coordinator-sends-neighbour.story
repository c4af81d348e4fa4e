story: the coordinator sees who could go and why, and one tap sends somebody while the ring still thinks
pack: demo
at: 2026-11-23 09:00

王阿姨: 帮我取个快递
王阿姨 [都可以]
王阿姨 [确认]
大刘 < 这件事您方便吗
陈主任: /open
陈主任 [{number}]
陈主任 [指派]
陈主任 [邻里互助队]
陈主任 [大刘（同一栋楼]
陈主任 < 已交给 大刘
大刘 < 请您去
大刘 < 502
小孟 < 已经有人去了
王阿姨 < 大刘
