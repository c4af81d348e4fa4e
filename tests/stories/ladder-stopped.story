story: what was stopped reminds nobody and is phoned for by nobody
pack: demo
at: 2026-11-23 09:00

陈主任: /broadcast
陈主任 [写一条]
陈主任 [一般通知]
陈主任: 明天停水
陈主任: 明天上午九点到下午三点停水。
陈主任 [不加]
陈主任: 和顺里3号楼 和顺里5号楼
陈主任 [就发给他们]
陈主任 [现在就发]
陈主任 [一直有用]
陈主任 [30 分钟]
陈主任 [发出]
+10s
王阿姨 < 明天停水
+31m
王阿姨 < 再跟您说一声
陈主任 [撤回]
