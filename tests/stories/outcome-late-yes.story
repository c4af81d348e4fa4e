story: a yes that comes after the silence was closed is welcome, and changes no figure
pack: demo
at: 2026-11-23 09:00

王阿姨: 楼道灯坏了
王阿姨 [确认]
小李@水电队 [我来]
小李 [办好了]
小李: 换了灯泡
王阿姨 < 解决了吗
+3d
+1m
王阿姨 < 没等到您的答复
王阿姨 [解决了]
王阿姨 < 谢谢您告诉我
王阿姨 !< 几颗星
小李 !< 居民说解决了
陈主任: /rates
陈主任 [本月]
陈主任 < 回访覆盖 0%（0/1）
陈主任 < 解决率 暂无
