story: who is not on the list cannot answer, and strangers cannot phone
pack: demo
at: 2026-11-23 09:00

陈主任: /broadcast
陈主任 [写一条]
陈主任 [一般通知]
陈主任: 明天停水
陈主任: 明天上午九点到下午三点停水。
陈主任 [不加]
陈主任: 和顺里3号楼
陈主任 [就发给他们]
陈主任 [现在就发]
陈主任 [一直有用]
陈主任 [30 分钟]
陈主任 [发出]
+10s
书记老何: 你好
大刘 [需要帮助]
大刘 < 已经告诉值班的人了
+2h
值班小吴 < “明天停水”有 1 位没联系上
彭主任: /calls
彭主任 < 现在没有要打的电话
王阿姨: /calls
王阿姨 < 办不了
联络员小秦: /calls
联络员小秦 < 现在没有要打的电话
联络员小林: /calls
联络员小林 < 要打哪一份
联络员小林 [明天停水]
联络员小林 < 请打给：王阿姨
+16m
值班小吴 [开始打]                        # the liaison has said no more of it: anybody may
值班小吴 < 请打给：王阿姨
值班小吴 [说到了]
联络员小林 [说到了]                      # too late
联络员小林 < 现在不归您打
