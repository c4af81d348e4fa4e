story: the helper was in touch, but the promised time passes without a word: the resident is asked
pack: demo
at: 2026-11-23 09:00

王阿姨: 楼道灯坏了
王阿姨 [确认]
小李@水电队 [我来]
小李 [联系上了]
小李 [今天下午]
王阿姨 < 小李 说 11月23日 18:00 前到
+9h15m
小李 < 您到了吗
+4d
小李 !< 先请别人去了
王阿姨 < 小李 到您那里了吗
王阿姨 [还没来]
王阿姨 < 换一位去
小李 < 先请别人去了
队长老周 < 没有 小李 的消息
水电队 < 新任务
