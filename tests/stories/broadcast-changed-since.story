story: an old "send" does not send what was changed after it, and a second press sends nothing twice
pack: demo
at: 2026-11-23 09:00

陈主任: /broadcast
陈主任 [写一条]
陈主任 [一般通知]
陈主任: 门禁换卡
陈主任: 周三换卡。
陈主任 [不加]
陈主任: 和顺里小区3号楼
陈主任 [就发给他们]
陈主任 [现在就发]
陈主任 [一直有用]
陈主任 [不用再找]
陈主任 < 上面就是大家会看到的样子
陈主任: /broadcast
陈主任 [我写的]
陈主任 [门禁换卡]
陈主任 [改一改]
陈主任 [正文]
陈主任: 周四换卡。
陈主任 < 周四换卡
陈主任 [发出]
+10s
王阿姨 < 周四换卡
王阿姨 !< 周三换卡
+5s
陈主任: /broadcast
陈主任 [我写的]
陈主任 < [门禁换卡（发完了）]
陈主任 [门禁换卡]
陈主任 < 名单上
陈主任 [照样再写一条]                    # the same again, looked at first
陈主任 < 周四换卡
陈主任 < 上面就是大家会看到的样子
