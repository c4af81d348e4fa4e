story: a shift ends by itself after a reminder; talks in hand are given back by whoever goes early
pack: demo
at: 2026-11-23 09:00

值班小吴: /shift
值班小吴 [值班 2 小时]
+1h
+51m
值班小吴 < 到点。要接着值吗
值班小吴 [值班 2 小时]
+30m
值班小吴 !< 已替您下班
+1h
+35m
值班小吴 < 已替您下班
王阿姨: 人工
王阿姨 < 眼下没人在线
值班小吴: /shift
值班小吴 [值班 4 小时]
值班小吴 [接待下一位]
值班小吴: 您说
值班小吴: /shift
值班小吴 < 手上 1 位
值班小吴 [下班]
值班小吴 < 手上还有 1 位居民
值班小吴 [放回队列，下班]
值班小吴 < 辛苦了
王阿姨 < 已把您排回第一位
陈主任 < 王阿姨还在等                   # nobody is on duty any more
陈主任: /away
陈主任 [1 天]
