story: a helper who answers when asked keeps the task, and the clock of silence begins anew
pack: demo
at: 2026-11-23 09:00

李大爷: 厨房水龙头漏水
李大爷 [都可以]
李大爷 [确认]
小李@水电队 [我来]
+59m
小李 !< 联系上居民了吗
+1m
小李 < 联系上居民了吗
小李 [联系上了]
小李 < 记下已联系
+5d
小李 !< 先请别人去了
李大爷 !< 换一位
小李 [到了]
小李 [办好了]
小李 [跳过]
李大爷 < 解决了吗
