story: it was not solved; the leader, who went the first time, is not asked to go again, but the coordinator is
pack: demo
at: 2026-11-23 09:00

王阿姨: 楼道灯坏了，三楼
王阿姨 [确认]
队长老周@水电队 [我来]
队长老周 [办好了]
队长老周 [跳过]
王阿姨 [没解决]
王阿姨 [跳过]
+1d
水电队 < 这件还在等人
陈主任 < 队里还没人接，请安排
队长老周 !< 请安排
