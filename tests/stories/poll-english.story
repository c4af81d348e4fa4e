story: a vote in English, answered by its number
pack: demo
at: 2026-11-23 09:00

Mary: hello
陈主任: /broadcast
陈主任 [写一条]
陈主任 [投票]
陈主任: Evening class
陈主任: Which evening suits you?
陈主任 [不加]
陈主任: Monday or Friday
陈主任 [记名]
陈主任 [一人一票]
陈主任: 11月26日18点
陈主任: 青禾苑2号楼
陈主任 [就发给他们]
陈主任 [现在就发]
陈主任 [发出]
+10s
Mary < One vote a person, by name
Mary [Friday]
Mary < Your vote is cast: Friday
Mary [Change it]
Mary [Monday]
Mary < Your vote is cast: Monday
