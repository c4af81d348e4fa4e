story: a request left half-way is asked about once, goes on days later, and is put aside after a week
pack: demo
at: 2026-11-23 09:00

王阿姨 +photo lamp.png 厨房水龙头漏水
王阿姨 < 什么时候方便
+23h
王阿姨 !< 接着办
+2h
王阿姨 < 上次说到一半的事
王阿姨 [接着办]
王阿姨 < 什么时候方便
王阿姨 [都可以]
+2d
王阿姨 < 上次说到一半的事
+3d
王阿姨 !< 收起来了
王阿姨 [接着办]                           # the question is asked anew
王阿姨 < 对吗
+8d
王阿姨 < 先收起来了
王阿姨 [确认]
王阿姨 < 最新的一条
水电队 !< 新任务
王阿姨: 楼道灯坏了
王阿姨 < 对吗
