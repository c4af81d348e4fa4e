story: the numbers of the day, for those who look after the place
pack: demo
at: 2026-11-23 09:00

王阿姨: 楼道灯坏了
王阿姨 [确认]
李大爷: 居民医保怎么缴费
李大爷 [办这件事]
李大爷 [确认]
+30m
小李@水电队 [我来]
小李 [联系上了]
陈主任: /today
陈主任 < 新 2，接 1，办结 0
陈主任 < 平均 0 小时 30 分
小李 [办好了]
小李 [跳过]
陈主任: /today
陈主任 < 办结 1
彭主任: /today
彭主任 < 新 0，接 0
街道王主任: /today
街道王主任 < 新 2
王阿姨: /today
王阿姨 < 您现在办不了
