story: "not an emergency" is one tap, and those on duty hear it
pack: demo
at: 2026-11-23 09:00

王阿姨: 着火了
王阿姨 < 请马上打 119
王阿姨 < 值班的人已经知道了
值班小吴 < 紧急！
王阿姨 [不是紧急]
王阿姨 < 好，已告诉值班的人
值班小吴 < 居民说不是紧急
陈主任 < 居民说不是紧急
+10m
值班小吴 !< 还没有人接手
值班小吴: 好的
王阿姨: 楼道灯坏了                      # and life goes on
王阿姨 < 公共设施
