story: two are wanted and no ring answers; in the next team's group the card stays until both are there
pack: demo
at: 2026-11-23 09:00

王阿姨: 想搬家具上楼，一个人抬不动
王阿姨 [都可以]
王阿姨 [确认]
+2h
陪伴队 < 新任务
小陈@陪伴队 [我来]
陪伴队 < 小陈 接了，还差 1 位
小陈 < 还在找 1 位
小陈@陪伴队 [我来]
小陈 < 已经在您手上了
队长刘姐@陪伴队 [我来]
陪伴队 < 小陈、队长刘姐 接了
小陈 < 队长刘姐 和您一起去
王阿姨 < 队长刘姐
