story: a list goes out, comes back, and changes nothing
pack: demo
at: 2026-11-23 09:00

书记老何: /roster
书记老何 [要一份空表]
+1m
书记老何 < 第二页写着每列怎么填
书记老何 < (file 联络名单.xlsx)
书记老何: /roster
书记老何 [导出 CSV]
+1m
书记老何 < 4 位
书记老何 < 谁导出过本人看得到
王阿姨: /mydata
王阿姨 [看看记了什么]
王阿姨 [谁看过]
王阿姨 < 联络名单
