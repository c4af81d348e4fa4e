story: a helper asks a colleague to go instead; until the colleague says yes, nothing changes
pack: demo
at: 2026-11-23 09:00

王阿姨: 楼道灯坏了
王阿姨 [确认]
小李@水电队 [我来]
小李 [更多]
小李 [转给别人]
小李 [小赵]
小李 < 答应之前，{number} 还在您手上
小赵 < 小李 想请您替他去
小赵 !< 502                             # the address comes with the task
王阿姨 !< 小赵
小赵 [我去]
小赵 < 2单元 502
小李 < 小赵 接了 {number}，您不用去了
小李 < 地址和电话不再显示
王阿姨 < 小赵（水电队）接了
小李: /tasks
小李 < 没有任务
小赵 [办好了]
小赵 [跳过]
王阿姨 < 解决了吗
