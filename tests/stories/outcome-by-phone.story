story: somebody who called the desk is called back, and the desk presses what they say
pack: demo
at: 2026-11-23 09:00

值班小吴: /enter
值班小吴: 139 1234 5678
值班小吴: 孟婆婆
值班小吴: 和顺里小区6号楼1单元202
值班小吴: 厨房水龙头一直漏水
值班小吴 [户内水管小修]
值班小吴 [登记]
小李@水电队 [我来]
小李 [办好了]
小李: 换了垫圈
值班小吴 < 请打电话回访
值班小吴 < 139 1234 5678
王阿姨 !< 139 1234 5678
陈主任 < 请打电话回访
+1d
+1m
值班小吴 < 请打电话回访                 # nobody has noted an answer: it is said once more
值班小吴 [解决了]
陈主任 < 已有人答复：解决了
小李 < 居民说解决了
值班小吴 < 给几颗星
值班小吴: 5
值班小吴 [跳过]
陈主任: /rates
陈主任 [本月]
陈主任 < 解决率 100%（1/1）
