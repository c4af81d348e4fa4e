story: a photo without words opens a case like any other, and the helper sees it
pack: demo
at: 2026-11-23 09:00

王阿姨 +photo lamp.png
王阿姨 < 收到了。是哪方面的事
王阿姨 [公共设施报修]
王阿姨 [路灯楼道灯]
王阿姨 < 对吗
王阿姨: 一楼的不亮
王阿姨 < 补上了
王阿姨 < 一楼的不亮
王阿姨 [确认]
水电队 < 新任务
水电队 !< (photo)                       # photos are for the one who took it
小李@水电队 [我来]
小李 < (photo)
