story: a matter for an authority is referred there, and the resident is told where and at which number
pack: demo
at: 2026-11-23 09:00

王阿姨: 居民医保怎么缴费
王阿姨 [办这件事]
王阿姨 [确认]
值班小吴: /open
值班小吴 [{number}]
值班小吴 [转办]
值班小吴 !< 有关部门                   # the desk dispatches; to refer is the coordinator's
陈主任: /open
陈主任 [{number}]
陈主任 [转办]
陈主任 [有关部门]
陈主任 [医保热线]
陈主任: 缴费要医保局查账户
陈主任 < 已转介医保热线
王阿姨 < 电话 12393
王阿姨 < 缴费要医保局查账户
陈主任: /open
陈主任 < 没有待办的事
