story: a request that is being written waits while something short is settled
pack: demo
at: 2026-11-23 09:00

王阿姨: 楼道灯坏了
王阿姨 [确认]
小李@水电队 [我来]
王阿姨: 厨房水龙头漏水，楼下都湿了
王阿姨 < 什么时候方便
小李 [办好了]
小李: 好了
王阿姨 [解决了]
王阿姨 < 给几颗星
王阿姨: 5
王阿姨 [跳过]
王阿姨 < 谢谢您
王阿姨 < 什么时候方便                   # asked anew
王阿姨: /menu
王阿姨 [水电气热报修]
王阿姨 [停水]
王阿姨 < 情况：厨房水龙头漏水，楼下都湿了
王阿姨 [确认]
王阿姨 < 20261123-0002
