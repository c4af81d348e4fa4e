story: an English-speaking resident answers in her language
pack: demo
at: 2026-11-23 09:00

陈主任: /broadcast
陈主任 [写一条]
陈主任 [一般通知]
陈主任: 明天停水
陈主任: 明天上午九点到下午三点停水。
陈主任 [不加]
陈主任: 青禾苑2号楼
陈主任 [就发给他们]
陈主任 [现在就发]
陈主任 [一直有用]
陈主任 [30 分钟]
陈主任 [发出]
+10s
Mary < [Heshunli Community] 明天停水
Mary [I need help]
Mary < The people on duty know now
值班小吴 < Mary
+31m
Mary !< Once more
