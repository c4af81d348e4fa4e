story: a group becomes another team's; what waited for the first team is not shown there
pack: demo
at: 2026-11-23 22:00

陈主任: /invite
陈主任 [队伍的群]
陈主任 [平安队]
王阿姨: 楼道灯坏了
王阿姨 [确认]                          # the card waits for the morning
陈主任@水电队: /start {link}
水电队 < 本群现在是平安队的群
+1m
值班小吴 < 群里没人看了
+10h
水电队 !< 路灯楼道灯
