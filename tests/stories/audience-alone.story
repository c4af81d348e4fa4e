story: who lives alone is counted and not named, and nothing in the message tells why it came
pack: demo
at: 2026-11-23 09:00

陈主任: /broadcast
陈主任 [写一条]
陈主任 [一般]
陈主任: 天冷了
陈主任: 这几天降温，需要帮忙就回一声。
陈主任 [不加]
陈主任: 和顺里社区 独居的
陈主任 < 发给：和顺里社区 · 独居
陈主任 < 一共 1 位
陈主任 < 这些人的名字不在这里显示
陈主任 !< 李大爷
陈主任 [就发给他们]
陈主任 [现在就发]
陈主任 [一直有用]
陈主任 [不用再找]
陈主任 [发出]
+5m
李大爷 < 天冷了
李大爷 !< 独居
王阿姨 !< 天冷了
