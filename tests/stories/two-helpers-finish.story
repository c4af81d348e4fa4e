story: one of two finishes for both, and either half of the door code counts
pack: demo
at: 2026-11-23 09:00

王阿姨: 想搬家具，一个人搬不动
王阿姨 [都可以]
王阿姨 [确认]
大刘 [我来]
小孟 [我来]
王阿姨 [核对暗号]
王阿姨: {half}                          # the half that either of them says will do
王阿姨 < 对上了，是 大刘
大刘 [办好了]
大刘 [跳过]
大刘 < 辛苦了
小孟 < 大刘 已办好，您不用再去
王阿姨 < 解决了吗
小孟: /tasks
小孟 < 没有任务
