story: a notice to everybody of the own unit: the number and some of them are seen before anything is sent
pack: demo
at: 2026-11-23 09:00

陈主任: /broadcast
陈主任 [写一条]
陈主任 [一般]
陈主任: 停水通知
陈主任: 明天上午 9 点到 11 点停水，请先存水。
陈主任 [不加]
陈主任 < 发给谁
陈主任 [全部：和顺里社区]
陈主任 < 发给：和顺里社区
陈主任 < 一共 21 位
陈主任 < 比如：
陈主任 < 号楼）
陈主任 !< 130 0000
陈主任 [就发给他们]
陈主任 < 什么时候
