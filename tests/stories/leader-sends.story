story: nobody answers, so the leader sends somebody; each name says what speaks for it
pack: demo
at: 2026-11-23 09:00

王阿姨: 帮我取个快递
王阿姨 [都可以]
王阿姨 [确认]
+1h
队长胡姐 < 请队长安排
队长胡姐 [大刘（同一栋楼、有空、最近少）]
队长胡姐 < 已交给 大刘
大刘 < 502
大刘 < 2单元
王阿姨 < 大刘
+30m
陪伴队 !< 新任务
陈主任 !< 队里还没人接
