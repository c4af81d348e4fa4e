story: after seven days a closed request is filed away; a late no is told the way that is left
pack: demo
at: 2026-11-23 09:00

王阿姨: 楼道灯坏了
王阿姨 [确认]
小李@水电队 [我来]
小李 [办好了]
小李: 换了灯泡
王阿姨 [解决了]
王阿姨: 五星
王阿姨: 手脚真快
王阿姨 < 七天内要是又不行了
小李 < 居民说解决了
小李 !< 手脚真快
+7d
+1m
王阿姨 [还是没解决]
王阿姨 < 已经归档
陈主任 !< 居民说没解决
水电队 !< 新任务
王阿姨: 楼道灯又坏了
王阿姨 < 对吗
