story: an emergency that comes back is told anew until somebody takes it; off again, the address goes
pack: demo
at: 2026-11-23 09:00

王阿姨: 着火了，厨房全是烟
值班小吴 [我来处理]
陈主任 < 值班小吴 在处理
值班小吴 [我来不了]
陈主任: 好
+2m
陈主任 < 还没有人接手
值班小吴 < 还没有人接手
陈主任 [我来处理]
值班小吴 < 陈主任 在处理
王阿姨 [不是紧急]
陈主任 < 地址和电话不再显示
+10m
街道王主任 !< 还没有人接手
