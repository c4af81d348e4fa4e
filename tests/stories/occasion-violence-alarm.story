story: an alarm about violence at home: help first, then the law; no visit is offered afterwards
pack: demo
at: 2026-11-23 09:00

王阿姨: 家暴 救我
王阿姨 < 110
值班小吴 < 王阿姨
书记老何 < 【安全】王阿姨
陈主任 < 不上门，不调解
+25h
王阿姨 !< 看看
书记老何 [已报告]
书记老何 < 记下了
