story: the coordinator asks the resident; the clock stands still, and the answer comes back to both
pack: demo
at: 2026-11-23 09:00

王阿姨: 楼道灯坏了
王阿姨 [确认]
小李@水电队 [我来]
小李 [联系上了]
陈主任: /open
陈主任 [{number}]
陈主任 [更多]
陈主任 [更多]
陈主任 [问居民]
陈主任: 是物业的灯还是自己装的？
陈主任 < 已经问居民了
王阿姨 < 陈主任 想请您补充：是物业的灯还是自己装的
小李 < 正在等居民补充
王阿姨 [回答]
王阿姨: 物业的
小李 < 居民回答了：物业的
陈主任 < 居民回答了：物业的
