story: a helper falls silent; they are asked once, then somebody else goes, and everybody hears it without blame
pack: demo
at: 2026-11-23 09:00

王阿姨: 楼道灯坏了
王阿姨 [确认]
小李@水电队 [我来]
+12h
小李 !< 联系上居民了吗                  # not at night
+1d
小李 < 联系上居民了吗
+2d
小李 < 没等到您的消息，先请别人去了
小李 < 地址和电话不再显示
王阿姨 < 没等到原来的志愿者，我们换一位去
队长老周 < 一直没有 小李 的消息
水电队 < 新任务
小赵@水电队 [我来]
王阿姨 < 小赵（水电队）接了
