story: numbers answer lists, however they are written
pack: demo
at: 2026-11-23 09:00

王阿姨: 厨房水龙头漏水
王阿姨 < 什么时候方便
王阿姨: 二
王阿姨 < 11月24日
王阿姨: １
王阿姨 < 收到，编号
小李@水电队 [我来]
小李: 1                                 # his card has a first choice, and so has the question when he comes
小李 < 您是回答哪一个
小李 [就按]
小李 < 已告诉居民
小李: 2                                 # his card offers "done" second
小李 < 写一句怎么办的
小李: 好了
王阿姨: 1
王阿姨 < 给几颗星
王阿姨: 七
王阿姨 < 回复 1 到 5
王阿姨: 四颗星
王阿姨 < 谢谢
