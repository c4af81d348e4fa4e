story: somebody who answers by digits answers a notice by its number, and the second one too
pack: demo
at: 2026-11-23 09:00

李大爷: 你好
李大爷 [好]
陈主任: /broadcast
陈主任 [写一条]
陈主任 [一般通知]
陈主任: 明天停水
陈主任: 明天上午九点到下午三点停水。
陈主任 [不加]
陈主任: 和顺里5号楼
陈主任 [就发给他们]
陈主任 [现在就发]
陈主任 [一直有用]
陈主任 [30 分钟]
陈主任 [发出]
+10s
李大爷 < 明天停水
+31m
李大爷 < 再跟您说一声：明天停水
李大爷: 1
李大爷 < 好的，记下了
李大爷: 3
李大爷 < 知道您不方便
+1m
陈主任 < 不方便 1
