story: an emergency named the wrong building: nobody answers, and after ten minutes the right one goes out by itself
pack: demo
at: 2026-11-23 22:00

陈主任: /broadcast
陈主任 [写一条]
陈主任 [紧急通知]
陈主任 [危险]
陈主任: 煤气泄漏
陈主任: 三号楼附近煤气泄漏，请远离，不要开灯。
陈主任 [不加]
陈主任 [和顺里]
陈主任 [就发给他们]
陈主任 [现在就发]
陈主任 [一直有用]
陈主任 [发出]
书记老何 [同意]
+10s
王阿姨 < 三号楼附近
陈主任 [更正]
陈主任: 五号楼附近煤气泄漏，请远离，不要开灯。
陈主任 [标题不改]
陈主任 [发更正]
陈主任 < 10 分钟没人答
书记老何 < 五号楼附近
+9m
王阿姨 !< 五号楼
+2m
王阿姨 < 更正：煤气泄漏
王阿姨 < 五号楼附近
陈主任 < 已经直接发出
陈主任 < 都改了
