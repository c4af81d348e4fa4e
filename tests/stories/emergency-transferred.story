story: an emergency that is transferred is told again in the other unit
pack: demo
at: 2026-11-23 10:10

王阿姨: 着火了，厨房全是烟
陈主任 < 紧急！
陈主任: /open
陈主任 [{number}]
陈主任 [转办]
陈主任 [别的社区]
陈主任 [柳堤社区]
陈主任: 是柳堤的楼
彭主任 < 是柳堤的楼
+2m
彭主任 < 还没有人接手
彭主任 [我来处理]
王阿姨 < 彭主任
