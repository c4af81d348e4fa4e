story: nobody but a secretary sends lists or gets them, and each for their own station
pack: demo
at: 2026-11-23 09:00

王阿姨: /roster
王阿姨 !< 名单
联络员小林: /roster
联络员小林 !< 发给我
陈主任: /roster
陈主任 !< 发给我
书记老方: /roster
书记老方 < 柳堤社区
书记老方 [导出 Excel]
+1m
书记老方 < 1 位
赵奶奶: /mydata
赵奶奶 [看看记了什么]
赵奶奶 [谁看过]
赵奶奶 < 书记老方
赵奶奶 < 联络名单
王阿姨: /mydata
王阿姨 [看看记了什么]
王阿姨 [谁看过]
王阿姨 !< 书记老方
