story: three days without an answer: asked once more, the clock runs again; then it is not needed any more
pack: demo
at: 2026-11-23 09:00

王阿姨: 楼道灯坏了
王阿姨 [确认]
小李@水电队 [我来]
小李 [联系上了]
小李 [更多]
小李 [等居民补充]
小李: 是哪一层？
王阿姨 < 想请您补充：是哪一层
+2d23h
王阿姨 !< 再问一次
+1h
王阿姨 < 再问一次，请您补充：是哪一层
小李 < 时间从现在起继续算
王阿姨 [不用了]
王阿姨 < 真的不要了吗
王阿姨 [已经好了]
王阿姨 < {number} 撤了
小李 < 居民撤回了，不用去了
小李: /tasks
小李 < 没有任务
