story: the same in English
pack: demo
at: 2026-11-23 09:00

Mary !< Who is it for
陈主任: /broadcast
陈主任 [写一条]
陈主任 [一般]
陈主任: English corner
陈主任: English corner this Saturday at ten.
陈主任 [不加]
陈主任: Heshunli Community, people who speak English
陈主任 < 用英文的
陈主任 < 一共 1 位
陈主任 < Mary（青禾苑2号楼）
陈主任 [就发给他们]
陈主任 [现在就发]
陈主任 [一直有用]
陈主任 [不用再找]
陈主任 [发出]
+5m
Mary < English corner
王阿姨 !< English corner
