story: a request is extended once, with a reason that the resident hears; never twice
pack: demo
at: 2026-11-23 09:00

王阿姨: 楼道灯坏了
王阿姨 [确认]
陈主任: /open
陈主任 [{number}]
陈主任 !< 延期                         # nobody has taken it yet
小李@水电队 [我来]
陈主任: /open
陈主任 [{number}]
陈主任 [更多]
陈主任 [延期]
陈主任: 要等配件
陈主任 [3 天]
陈主任 < 延期到 12月2日
王阿姨 < 要多花点时间：要等配件
小李 < 延期到
陈主任 [延期]
陈主任 < 已经延过一次
小李 [办好了]
小李 [跳过]
王阿姨 < 解决了吗
