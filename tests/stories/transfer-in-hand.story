story: a request that somebody has in hand is handed to another unit; the helper hears it and sees no address any more
pack: demo
at: 2026-11-23 09:00

王阿姨: 楼道灯坏了
王阿姨 [确认]
小李@水电队 [我来]
小李 < 2单元 502
陈主任: /open
陈主任 [{number}]
陈主任 [转办]
陈主任 [别的社区]
陈主任 [柳堤社区]
陈主任: 这盏灯归柳堤管
小李 < 您不用去了
小李 < 地址和电话不再显示
小李: /tasks
小李 < 您手上没有任务
王阿姨 < 现在由柳堤社区办理
彭主任 < 这盏灯归柳堤管
彭主任 [指派]
彭主任 [柳堤水电队]
彭主任 [小韩]
小韩 < 2单元 502
王阿姨 < 小韩
陈主任: /open
陈主任 < 已接单                         # the unit that received it first still sees it
