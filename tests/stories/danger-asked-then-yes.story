story: a doubt is one tap away from the alarm
pack: demo
at: 2026-11-23 09:00

王阿姨: 听邻居说去年楼上着火，后来换了线路
王阿姨 < 现在有危险吗
王阿姨 [是，有危险]
王阿姨 < 请马上打 119
王阿姨 < 值班的人已经知道了
陈主任 < 紧急
