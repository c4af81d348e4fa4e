story: those on duty are told again every two minutes, until one of them answers
pack: demo
at: 2026-11-23 23:10

王阿姨: 着火了，厨房全是烟
王阿姨 < 请马上打 119
值班小吴 < 紧急！
陈主任 < 紧急！
+2m
值班小吴 < 还没有人接手
陈主任 < 还没有人接手
+2m
值班小吴 < 还没有人接手
街道王主任 !< 还没有人接手
+2m
街道王主任 < 还没有人接手                # the third time in vain the street is told, too
值班小吴 [我来处理]
值班小吴 < 130 0000 0001
陈主任 < 值班小吴 在处理
王阿姨 < 值班小吴
陈主任 [我来处理]
陈主任 < 值班小吴已经在处理了
+10m
值班小吴 !< 还没有人接手                 # and then nobody is told again
陈主任 !< 还没有人接手
