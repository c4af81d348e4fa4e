story: the coordinator sends another helper; the first one hears that he need not go
pack: demo
at: 2026-11-23 09:00

王阿姨: 楼道灯坏了
王阿姨 [确认]
小李@水电队 [我来]
陈主任: /open
陈主任 [{number}]
陈主任 < 小李
陈主任 [指派]
陈主任 [水电队]
陈主任 [小赵]
小李 < 您不用去了
小李 < 地址和电话不再显示
小赵 < 502
小赵 [办好了]
小赵 [跳过]
小李 !< 办好了，谢谢您
