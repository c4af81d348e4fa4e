story: a stranger at the door: the desk hears it at once, with the address, whether or not anybody was to come
pack: demo
at: 2026-11-23 22:00

王阿姨: 门口有陌生人
王阿姨 < 先别开门。有危险马上打 110
王阿姨 < 已经告诉服务台
值班小吴 < 门口有陌生人
值班小吴 < 和顺里小区3号楼 2单元 502
值班小吴 < 没有安排人上门
陈主任 < 门口有陌生人
陈主任 [我来联系]
王阿姨 < 陈主任 马上联系您
值班小吴 < 陈主任 在联系 王阿姨
+1d
Mary: There is a stranger at my door
Mary < Do not open
值班小吴 < 青禾苑2号楼
李大爷: 楼道灯坏了
李大爷 [确认]
+10h
小李@水电队 [我来]
李大爷 [门口有陌生人]
李大爷 < 先别开门
值班小吴 < 应来的人：小李
