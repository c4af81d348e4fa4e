story: a phone that was corrected on the way ends with the task, and its showing is logged
pack: demo
at: 2026-11-23 09:00

王阿姨: 楼道灯坏了
王阿姨 [确认]
小李@水电队 [我来]
王阿姨 [看这件事]
王阿姨 [更多]
王阿姨 [改一改]
王阿姨 [电话]
王阿姨: 13912345678
小李 < 139 1234 5678
小李 [我来不了]
小李 < 已交给别人
小赵@水电队 [我来]
小赵 < 139 1234 5678
