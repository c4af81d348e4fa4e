story: after leaving, an old card sends nothing off
pack: demo
at: 2026-11-23 09:00

王阿姨: 楼道灯坏了
王阿姨 < 对吗
王阿姨: /leave
王阿姨 [全部退出]
王阿姨 [确定退出]
王阿姨 < 都删了
王阿姨 [确认]
王阿姨 !< 编号
王阿姨 < 请看最新的一条
水电队 !< 新任务
