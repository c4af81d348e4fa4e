story: a volunteer cannot come after all; no blame, and the address is taken back
pack: demo
at: 2026-11-23 09:00

王阿姨: 楼道灯坏了
王阿姨 [确认]
小李@水电队 [我来]
小李 < 502
小李 [我来不了]
小李 < 没关系，20261123-0001 交给别人
小李 < 地址和电话不再显示
小李 !< 502
王阿姨 < 正在换人
水电队 < 新任务
小赵@水电队 [我来]
王阿姨 < 小赵（水电队）接了
小赵 [办好了]
小赵 [跳过]
小李 !< 办好了                          # thanks go to the one who did it
小赵 < 办好了，谢谢您
