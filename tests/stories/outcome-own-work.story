story: whoever did the work does not confirm it for the resident
pack: demo
at: 2026-11-23 09:00

值班小吴: /enter
值班小吴: 139 1234 5678
值班小吴: 孟婆婆
值班小吴: 和顺里小区6号楼1单元202
值班小吴: 居民医保怎么缴费
值班小吴 [居民医保]
值班小吴 [登记]
陈主任: /open
陈主任 [{number}]
陈主任 [指派]
陈主任 [我来办]
陈主任: /tasks
陈主任 [联系上了]
陈主任 [办好了]
陈主任 [跳过]
陈主任 [解决了]
陈主任 < 您自己办过
值班小吴 [解决了]
值班小吴 < 给几颗星
