story: when the time came nobody was left on the list: nothing is sent, and the drafter has it back
pack: demo
at: 2026-11-23 09:00

陈主任: /broadcast
陈主任 [写一条]
陈主任 [一般]
陈主任: 五号楼
陈主任: 五号楼今天抄水表。
陈主任 [不加]
陈主任: 和顺里小区12号楼 说英语的
陈主任 < 眼下一位也没有
陈主任: 和顺里小区5号楼
陈主任 < 一共 1 位
陈主任 [就发给他们]
陈主任 [11月24日 09:00]
陈主任 [一直有用]
陈主任 [不用再找]
陈主任 [发出]
李大爷: /leave
李大爷 [全部退出]
李大爷 [确定退出]
+25h
陈主任 < 名单上一位也没有
陈主任 < 回到草稿里
李大爷 !< 抄水表
