story: a talk opened in the middle of something else; what was begun goes on afterwards
pack: demo
at: 2026-11-23 09:00

王阿姨: 楼道灯坏了，三楼
王阿姨 [确认]
小李@水电队 [我来]
小李 [更多]
小李 [说话]
小李: 您好
王阿姨: /menu
王阿姨 < 是哪方面的事
王阿姨 +reply [您好] 你好，小李
王阿姨 < 已转给小李
小李 < 王阿姨：你好，小李
王阿姨 [接着说]
王阿姨: 跳过
小李 < 王阿姨：跳过
王阿姨 [结束对话]
王阿姨 < 先说到这里
王阿姨 < 是哪方面的事
