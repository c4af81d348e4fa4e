story: the desk's group has no topics: the desk works from its private chat, and no talk is lost
pack: demo
at: 2026-11-23 09:30

陈主任: /invite
陈主任 [队伍的群]
陈主任 [服务台的群]
陈主任@?值班群（无话题）: /start {link}
?值班群（无话题） < 请打开群的“话题”
小李@?值班群（无话题）: /start {link}     # works once
?值班群（无话题） < 用过了
值班小吴: /shift
值班小吴 [值班 4 小时]
王阿姨: 转人工
值班小吴 < 王阿姨想找人工
王阿姨: 医保卡丢了怎么补
值班小吴 [接待下一位]
值班小吴 < 医保卡丢了怎么补
值班小吴: 带身份证来
王阿姨 < 带身份证来
王阿姨: 几点开门
值班小吴 < 几点开门
?值班群（无话题） !< 几点
