story: a notice with photos, a file and a place: a sticker is not taken, nothing else is lost
pack: demo
at: 2026-11-23 09:00

陈主任: /broadcast
陈主任 [写一条]
陈主任 [一般通知]
陈主任 +photo lamp.png                   # before the title: it goes along all the same
陈主任 < 会一起发出去。请再写一个标题
陈主任: 路灯修好了
陈主任: 三号楼的路灯修好了。
陈主任 < 已经加上：照片 1 张
陈主任 +photo stairs.png,lamp.png
+2s
陈主任 < 照片 3 张
陈主任 +sticker lamp.png
陈主任 < 表情没法群发
陈主任 +place 30.6342,114.3901
陈主任 < 照片 3 张、一个地点
陈主任: 谢谢大家耐心等待。
陈主任 < 加到正文后面了
陈主任 [好了]
陈主任: 和顺里小区3号楼
陈主任 [就发给他们]
陈主任 [现在就发]
陈主任 [一直有用]
陈主任 [不用再找]
陈主任 < 三号楼的路灯修好了。
陈主任 < 谢谢大家耐心等待。
陈主任 < (photo)
陈主任 < (30.6342,114.3901)
陈主任 [发出]
+10s
王阿姨 < 【和顺里社区】路灯修好了
王阿姨 < (photo)
王阿姨 < (30.6342,114.3901)
