story: the slip of a caller that is written in a resident's topic goes to nobody; privately a tap enters it
pack: demo
at: 2026-11-23 09:30

陈主任: /invite
陈主任 [队伍的群]
陈主任 [服务台的群]
陈主任@?值班群: /start {link}
值班小吴: /shift
值班小吴 [2]
王阿姨: 转人工
值班小吴@?值班群>居民 1 [我来接]
值班小吴@?值班群>居民 1: 张大爷 和顺里5号楼2单元301 厨房水龙头漏水 13912345678
王阿姨 !< 张大爷
?值班群>居民 1 < 没发给居民
值班小吴 < 这像是来电登记
值班小吴 [登记来电]
值班小吴 < 找谁：张大爷
值班小吴 [登记]
值班小吴 < 编号 20261123-0001
值班小吴@?值班群>居民 1: 王阿姨您好
王阿姨 < 王阿姨您好
