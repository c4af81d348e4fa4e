story: where everybody is away, an emergency reaches them all the same
pack: demo
at: 2026-11-23 09:00

街道王主任: /away
街道王主任 [7 天]
街道王主任 [没有人代]
值班小吴: /away
值班小吴 [7 天]
值班小吴 [没有人代]
陈主任: /away
陈主任 [7 天]
陈主任 [没有人代]
王阿姨: 着火了，厨房全是烟
王阿姨 < 值班的人已经知道了
陈主任 < 紧急！
街道王主任 < 紧急！
