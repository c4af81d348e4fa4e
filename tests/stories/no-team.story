story: nobody's skill fits, so desk and coordinator get it
pack: demo
at: 2026-11-23 09:00

王阿姨: 居民医保怎么缴费
王阿姨 [确认]
王阿姨 < 收到，编号
值班小吴 < 新求助，请安排
陈主任 < 居民医保缴费
陈主任 [指派]
陈主任 [我来办]
陈主任 < 2单元 502
王阿姨 < 陈主任 接了 {number}
王阿姨 !< 没有写
陈主任 [办好了]
陈主任 [跳过]
王阿姨 < 解决了吗
