story: a notice on its way is paused, goes on, and nobody gets it twice
pack: demo
at: 2026-11-23 12:29:57

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
书记老何 [同意]
+10s
王阿姨 !< 明天停水                       # quiet hours have begun
陈主任 [先停一下]
陈主任 < 先停住了
陈主任 [先停一下]                        # a second press changes nothing
陈主任 < 已经停着了
+2h
王阿姨 !< 明天停水
陈主任 [接着发]
陈主任 < 接着发了
+10s
王阿姨 < 明天停水
王阿姨: 你好
+1h
王阿姨 !< 明天停水
