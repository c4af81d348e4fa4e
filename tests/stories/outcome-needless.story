story: it has settled itself; nobody is asked for stars, and nobody else is sent
pack: demo
at: 2026-11-23 09:00

王阿姨: 楼道灯坏了
王阿姨 [确认]
小李@水电队 [我来]
小李 [办好了]
小李 [跳过]
王阿姨 [不需要了]
王阿姨 < 记下了
王阿姨 !< 几颗星
陈主任 !< 没解决
水电队 !< 新任务
陈主任: /rates
陈主任 [本月]
陈主任 < 解决率 0%（0/1）
陈主任 < 回访覆盖 100%（1/1）
