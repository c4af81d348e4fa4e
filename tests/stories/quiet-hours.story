story: offers wait for the morning, answers do not, and neither does danger
pack: demo
at: 2026-11-23 22:00

王阿姨: 楼道灯坏了
王阿姨 [确认]
王阿姨 < 收到，编号 20261123-0001
水电队 !< 新任务
+9h29m
水电队 !< 新任务
+1m
水电队 < 新任务
+5h
李大爷: 楼道灯坏了
李大爷 [确认]
水电队 !< 20261124-0001                 # the rest at noon
+1h30m
水电队 < 20261124-0001
