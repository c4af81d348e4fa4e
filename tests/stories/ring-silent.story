story: silence in every ring: the leader, then the coordinator, then the next team up; the resident hears once that we look
pack: demo
at: 2026-11-23 09:00

王阿姨: 帮我取个快递
王阿姨 [都可以]
王阿姨 [确认]
大刘 < 这件事您方便吗
小范 !< 这件事您方便吗
+29m
小范 !< 这件事您方便吗
+1m
大刘 < 已请别人，您不用管了
小范 < 这件事您方便吗                   # the second ring
王阿姨 !< 还在找人
+30m
小范 < 已请别人
队长胡姐 < 请队长安排                   # nobody is left for a third
队长胡姐 !< 502
王阿姨 < 还在找人
王阿姨: /my
陈主任 !< 请安排
+30m
陈主任 < 队里还没人接
值班小吴 < 队里还没人接
陪伴队 !< 新任务
+30m
陪伴队 < 新任务
王阿姨 !< 还在找人                      # once is enough
小陈@陪伴队 [我来]
王阿姨 < 小陈
小陈 < 502
