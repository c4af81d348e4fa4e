story: two residents, two topics; who waits longest comes first, and colleagues do not talk over each other
pack: demo
at: 2026-11-23 09:30

陈主任: /invite
陈主任 [队伍的群]
陈主任 [服务台的群]
陈主任@?值班群: /start {link}
值班小吴: /shift
值班小吴 [值班 4 小时]
陈主任: /shift
陈主任 [值班 4 小时]
王阿姨: 转人工
+1m
Mary: talk to a person
?值班群>居民 2 < 在等人工                # the group reads Chinese, the resident English
Mary < number 2
值班小吴@?值班群>居民 2 [我来接]
值班小吴 < 居民 1等得更久                # seen for a moment; nothing is taken
Mary !< is with you
值班小吴@?值班群>居民 1: 您好，我是小吴  # writing is taking
王阿姨 < 值班小吴：您好，我是小吴
陈主任@?值班群>居民 2 [我来接]
Mary < 陈主任
Mary: Where can I register my address?
?值班群>居民 2 < Where can I register
王阿姨 !< register

陈主任@?值班群>居民 1: 小吴你先吃饭      # not his talk: the resident is not confused
王阿姨 !< 吃饭
?值班群>居民 1 < 值班小吴 正在接待，这句没有发出去
陈主任@?值班群>居民 1 [换我来接]
值班小吴 < 王阿姨由 陈主任 接手了
王阿姨 < 陈主任
陈主任@?值班群>居民 1: 阿姨，我来接着办
王阿姨 < 陈主任：阿姨，我来接着办
值班小吴@?值班群>居民 1: 那我回去了
王阿姨 !< 回去了

陈主任@?值班群>居民 1 [更多（发到私聊）]
陈主任 < 王阿姨
陈主任 [结束]
陈主任 [办妥了]
?值班群>居民 1 < 谈话结束了
陈主任@?值班群>居民 1: 再见
王阿姨 !< 再见
?值班群>居民 1 < 没有找人工，这句没有发出去

王阿姨: 转人工                           # the same topic once more
?值班群>居民 1 < 在等人工
