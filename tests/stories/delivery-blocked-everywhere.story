story: everybody on the list has blocked the bot: the drafter is told that nobody was reached
pack: demo
at: 2026-11-23 09:00

孙护士: 你好
孙护士 +block
陈主任: /broadcast
陈主任 [写一条]
陈主任 [一般通知]
陈主任: 明天停水
陈主任: 明天上午九点到下午三点停水。
陈主任 [不加]
陈主任: 和顺里小区8号楼
陈主任 [就发给他们]
陈主任 [现在就发]
陈主任 [一直有用]
陈主任 [不用再找]
陈主任 [发出]
+1m
孙护士 !< 明天停水
陈主任 < 送到 0 人
