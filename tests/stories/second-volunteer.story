story: the first volunteer has it, the second hears so, and only the first learns where
pack: demo
at: 2026-11-23 09:00

王阿姨: 三楼楼道灯坏了，我是王阿姨，电话13000000001
王阿姨 [确认]
水电队 < 新任务
水电队 < 和顺里小区3号楼
水电队 !< 13000000001
水电队 !< 0001，                        # neither phone nor door in the free words
水电队 !< 502
小赵@水电队 [我来]
水电队 < 小赵 接了
小赵 < 已私发给您                       # a toast counts as told to whoever pressed
小赵 < 2单元 502
小赵 < 130 0000 0001
小李 !< 502
小李@水电队: 我也可以去
水电队 < 求助请私聊我
王阿姨 < 小赵（水电队）接了 20261123-0001
