story: a colleague who cannot go says so, and so does one who says nothing; the task stays where it is
pack: demo
at: 2026-11-23 09:00

王阿姨: 楼道灯坏了
王阿姨 [确认]
小李@水电队 [我来]
小李 [更多]
小李 [转给别人]
小李 [小赵]
小赵 [我去不了]
小赵 < 没关系
小李 < 小赵 去不了，{number} 还在您手上
王阿姨 !< 小赵
小李 [问别人]
小李 [队长老周]
队长老周 < 小李 想请您替他去
+2h1m
小李 < 队长老周 去不了，{number} 还在您手上
队长老周 [我去]
队长老周 < 已经撤了
小李 [办好了]
小李 [跳过]
王阿姨 < 解决了吗
