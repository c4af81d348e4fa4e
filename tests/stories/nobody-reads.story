story: a group is taken out of its team; what was on offer there goes to desk and coordinator
pack: demo
at: 2026-11-23 22:00

王阿姨: 楼道灯坏了
王阿姨 [确认]                          # the card waits for the morning
小李@水电队: /leave
水电队 < 您现在办不了
彭主任@水电队: /leave                   # the coordinator of another community
水电队 < 您现在办不了
陈主任@水电队: /leave
水电队 < 不再接收水电队的任务
+1m
值班小吴 < 群里没人看了
陈主任 < 群里没人看了
陈主任 [指派]
陈主任 [水电队]
陈主任 [发到群里]
陈主任 < 现在没人看
+10h
水电队 !< 新任务
陈主任: /open
陈主任 [{number}]
陈主任 [指派]
陈主任 [水电队]
陈主任 [小李]
小李 < 502
水电队 !< 接了
