story: an approver who reads English
pack: demo
at: 2026-11-23 09:00

书记老何: /language en
陈主任: /broadcast
陈主任 [写一条]
陈主任 [一般通知]
陈主任: 明天停水
陈主任: 明天上午九点到下午三点停水。
陈主任 [不加]
陈主任 [和顺里]
陈主任 [就发给他们]
陈主任 [现在就发]
陈主任 [一直有用]
陈主任 [不用再找]
陈主任 [发出]
书记老何 < 陈主任 would like to send
书记老何 [No]
书记老何 < What is wrong with it?
书记老何 [The wrong time]
书记老何 < 陈主任 has been told
陈主任 < 没同意：时间不对
