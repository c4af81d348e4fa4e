story: the nearest place to go to: from home, from where one stands, from a building that one names
pack: demo
at: 2026-11-23 09:00

王阿姨: 你好
王阿姨 [问一问]
王阿姨 [去哪办]
王阿姨 < 近的在前面
王阿姨 < 米）
王阿姨 [社区食堂]
王阿姨 < 和顺里3号楼一层
王阿姨 < 现在没开，11:00 开门
王阿姨 < 离您大约
王阿姨 [按我现在的位置找]
王阿姨 < 发个位置，或者打楼号
王阿姨: 随便哪里                        # no place that anybody knows
王阿姨 < 没找到这个地方
王阿姨 +place 30.6342,114.3901
王阿姨 < 近的在前面
王阿姨 [按我现在的位置找]
王阿姨: 青禾苑2号楼
王阿姨 < 公里
王阿姨: 离我最近的卫生服务站在哪
王阿姨 < 和顺里5号
王阿姨 < 离您大约
书记老何: 附近有食堂吗                  # nobody knows where he lives
书记老何 < 和顺里3号楼一层
书记老何 !< 离您大约
