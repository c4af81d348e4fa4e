story: a warning that tells of fire raises no alarm, and its drafter is told so
pack: demo
at: 2026-11-23 09:00

陈主任: /broadcast
陈主任 [写一条]
陈主任 [紧急通知]
陈主任 < 为什么紧急
陈主任 [有人身危险]
陈主任: 着火了，请马上下楼
陈主任: 三号楼着火了，请马上从楼梯下来，不要坐电梯。
陈主任 < 没有报警
陈主任 < 要加照片
陈主任 !< 119 报警
值班小吴 !< 着火
陈主任 [不加]
陈主任: 和顺里小区3号楼
陈主任 [就发给他们]
陈主任 [现在就发]
陈主任 [一直有用]
陈主任 < 三号楼着火了
陈主任 !< [退订]                         # never on an emergency
陈主任 < 这是紧急通知
