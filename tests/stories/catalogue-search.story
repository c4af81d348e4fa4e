story: words find their item while the catalogue is open
pack: demo
at: 2026-11-23 09:00

王阿姨: /menu
王阿姨 < 打几个字也能找
王阿姨 [家政]
王阿姨 < 找一找
王阿姨: 修水管
王阿姨 < [户内水管小修]
王阿姨 [都不是]
王阿姨 < 是哪方面的事
王阿姨: 呱呱呱咕咕                       # nothing is called so: the catalogue again, kindly
王阿姨 < 没找到一样的
王阿姨: 楼道灯
王阿姨 [路灯楼道灯]
王阿姨 < 对吗
王阿姨 [确认]
王阿姨 < 收到，编号
水电队 < 路灯楼道灯
