story: who leaves, or opts out, after it was agreed to gets nothing when its time has come
pack: demo
at: 2026-11-23 09:00

陈主任: /broadcast
陈主任 [写一条]
陈主任 [一般通知]
陈主任: 明天停水
陈主任: 明天上午九点到下午三点停水。
陈主任 [不加]
陈主任: 青禾苑
陈主任 [就发给他们]
陈主任 [11月24日 09:00]
陈主任 [一直有用]
陈主任 [不用再找]
陈主任 [发出]
陈主任 < 不用再等谁看
+1h
Mary: /leave
Mary [Leave altogether]
Mary [Yes]
+1d
Mary !< 明天停水
小范 < 明天停水
