story: a topic where nobody may write, nobody is on duty, the taker falls silent, and what no group may read
pack: demo
at: 2026-11-23 09:30

陈主任: /invite
陈主任 [队伍的群]
陈主任 [服务台的群]
陈主任@?值班群: /start {link}
王阿姨: 转人工
?值班群>居民 1 < 在等人工
值班小吴@?值班群>居民 1: 您好           # has not said that he is on duty
王阿姨 !< 您好
?值班群>居民 1 < 没有发出去
值班小吴 < 您还没上班
小李@?值班群>居民 1: 我认识她           # a volunteer is not of the desk
王阿姨 !< 认识她
柳堤值班小夏@?值班群>居民 1: 我来看看   # nor is the desk of another community
王阿姨 !< 看看
值班小吴 [值班 2 小时]
值班小吴@?值班群>居民 1: 您好，请说
王阿姨 < 值班小吴：您好，请说

王阿姨: 我老公打我，我怕                # sensitive: only who has the talk reads it
?值班群>居民 1 !< 打我
?值班群>居民 1 < 只发给接待人
值班小吴 < 打我
值班小吴@?值班群>居民 1: 您现在安全吗？
王阿姨 < 您现在安全吗
王阿姨 +photo lamp.png
?值班群>居民 1 < 在接待人的私聊里
值班小吴 < (photo
王阿姨: 我家是2单元502室，楼下有门禁
?值班群>居民 1 < ▇▇
?值班群>居民 1 !< 502
值班小吴 < 502
值班小吴@?值班群>居民 1: 我们马上联系您
值班小吴@?值班群>居民 1 +edit 我们十分钟内联系您
王阿姨 < 我们十分钟内联系您
王阿姨: 好，我等着，你们几点来
+6m                                      # not a word for five minutes
?值班群>居民 1 < 又在等了，请先接
?值班群>居民 1 < 我来接
王阿姨 < 值班小吴
值班小吴@?值班群>居民 1: 刚才接电话了
王阿姨 < 刚才接电话了
