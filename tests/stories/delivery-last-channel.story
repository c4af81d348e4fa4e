story: a notice comes once, on the channel that was used last
pack: demo
at: 2026-11-23 09:00

王阿姨: 你好
+5m
王阿姨/web: 在吗
王阿姨: 知道了，谢谢
+5m
王阿姨/web: 你好
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
+30s
王阿姨/web < 明天停水
