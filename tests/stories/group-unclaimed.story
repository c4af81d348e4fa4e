story: nobody of a group comes forward: a reminder, the leader at half of the time, the coordinator at the limit
pack: demo
at: 2026-11-23 09:00

王阿姨: 楼道灯坏了
王阿姨 [确认]
水电队 < 新任务
+7h29m                                  # quiet hours do not count
水电队 !< 还在等人
+1m
水电队 < 这件还在等人
队长老周 !< 请队长安排
+16h30m
队长老周 < 请队长安排
王阿姨 < 还在找人
陈主任 !< 请安排
+23h59m
陈主任 !< 请安排
+1m
陈主任 < 队里还没人接
小李@水电队 [我来]                      # it can be taken all the while
小李 < 502
