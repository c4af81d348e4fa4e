story: a helper gives a task back and says why with one tap, or not; nobody is blamed
pack: demo
at: 2026-11-23 09:00

王阿姨: 楼道灯坏了
王阿姨 [确认]
小李@水电队 [我来]
小李 [我来不了]
小李 < 没关系，{number} 交给别人
王阿姨 < 正在换人
小李 [身体不舒服]
小李 < 谢谢您
小赵@水电队 [我来]
小赵 [我来不了]
小赵 [不说了]
小赵 < 谢谢您
王阿姨: /my
王阿姨 [路灯楼道灯]
王阿姨 [更多]
王阿姨 [经过]
王阿姨 < 来不了，换人
王阿姨 !< 身体
