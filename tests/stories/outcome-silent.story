story: who does not answer is asked once more, outside quiet hours, and then left in peace; never counted as satisfied
pack: demo
at: 2026-11-23 20:30

王阿姨: 楼道灯坏了
王阿姨 [确认]
小李@水电队 [我来]
+40m
小李 [办好了]
小李: 换了灯泡
王阿姨 < 解决了吗
小李 < 辛苦了
+1d
王阿姨 !< 再问您一声                    # it is 21:10, quiet hours
+11h
王阿姨 < 再问您一声
+1d
王阿姨 !< 先收起来了
+1d
王阿姨 < 没等到您的答复
陈主任: /rates
陈主任 [本月]
陈主任 < 解决率 暂无
陈主任 < 满意率 暂无
陈主任 < 回访覆盖 0%（0/1）
+3d
王阿姨 [没解决]                         # within seven days it is done again all the same
王阿姨 < 马上换人再办
陈主任 < 居民说没解决，重办
水电队 < 新任务
