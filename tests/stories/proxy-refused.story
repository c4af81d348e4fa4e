story: whoever is asked for may say no; it ends there, and nobody asks again
pack: demo
at: 2026-11-23 09:00

王阿姨: 替邻居李大爷约个上门理发
王阿姨: 13000000002
王阿姨: 和顺里5号楼
王阿姨 [明天上午]
王阿姨 [确认]
李大爷 < 您同意吗
李大爷 [不用了]
李大爷 < 不办了
王阿姨 < 对方说先不用
陪伴队 !< 新任务
+2d
值班小吴 !< 打电话
李大爷 !< [同意]
