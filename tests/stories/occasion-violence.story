story: violence at home: nothing is offered, nobody there is written to; staff are told what the law asks, until one did
pack: demo
at: 2026-11-23 09:00

大刘: /care
大刘 [邻居或别人]
大刘: 王阿姨
大刘 [和我同一栋]
大刘 [跳过]
大刘 [家里有矛盾]
大刘 [有]
大刘 < 正有危险请马上打 110
大刘 < 不要上门
王阿姨 !< 看看
联络员小林 !< 王阿姨
书记老何 < 【安全】王阿姨（和顺里小区3号楼 2单元 502）
书记老何 < 反家庭暴力法第十四条
陈主任 < 不上门，不调解，不联系这家任何人
+61m
书记老何 < 还没有人报告
陈主任 < 还没有人报告
大刘 [弄错了]
大刘 < 知道了，谢谢您说一声
书记老何 < 可能弄错了。请照样核实
陈主任 [已报告]
陈主任 < 记下了
书记老何 < 陈主任 已报告
书记老何: /help
+3h
书记老何 !< 还没有人报告
王阿姨: 两口子过不下去了，想做家庭辅导                 # a request of this kind offers nothing now
王阿姨 [都可以]
王阿姨 [确认]
王阿姨 [同意]
王阿姨 < 编号
王阿姨 !< 需要我们来看看吗
