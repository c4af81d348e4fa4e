story: nobody leaves while somebody waits for them
pack: demo
at: 2026-11-23 09:00

王阿姨: 楼道灯坏了
王阿姨 [确认]
小李@水电队 [我来]
小李: /leave
小李 [不做志愿者了]
小李 < 您手上还有任务
小李 [我来不了]
小李: /leave
小李 [不做志愿者了]
小李 < 已经退出
