story: a request goes to another team; the first team's card offers nothing any more
pack: demo
at: 2026-11-23 09:00

王阿姨: 楼道灯坏了
王阿姨 [确认]
水电队 < 新任务
陈主任: /open
陈主任 [{number}]
陈主任 [指派]
陈主任 [平安队]
陈主任 [发到群里]
水电队 < 已另作安排
平安队 < 新任务
老郑@平安队 [我来]
老郑 < 502
平安队 < 老郑 接了
