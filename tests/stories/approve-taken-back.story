story: the drafter takes it back: the old question has no buttons, and is answered no more
pack: demo
at: 2026-11-23 09:00

值班小吴: /broadcast
值班小吴 [写一条]
值班小吴 [一般通知]
值班小吴: 明天停水
值班小吴: 明天上午九点到下午三点停水。
值班小吴 [不加]
值班小吴 [和顺里]
值班小吴 [就发给他们]
值班小吴 [现在就发]
值班小吴 [一直有用]
值班小吴 [不用再找]
值班小吴 [发出]
书记老何 < 值班小吴想发这一条
值班小吴 [收回来改]
书记老何 < 写的人收回去了
+10s
王阿姨 !< 明天停水
书记老何: /broadcast
书记老何 [等我同意的]
书记老何 < 没有等您看的
