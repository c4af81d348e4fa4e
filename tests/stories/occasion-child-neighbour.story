story: a neighbour tells of harm to a child: staff hear what the law asks until it is reported, nobody calls that family
pack: demo
at: 2026-11-23 09:00

大刘: /care
大刘 [邻居或别人]
大刘: 小孙家
大刘: 和顺里9号楼
大刘 [跳过]
大刘 [家里有矛盾]
大刘 < 或者孩子受到伤害
大刘 [有]
大刘 < 正有危险请马上打 110
值班小吴 !< 小孙家                                  # nobody calls that household
书记老何 < 【安全】小孙家（和顺里小区9号楼）
书记老何 !< 不一定是 TA 自己家
陈主任 < 孩子受害，依法必须立即报案
+61m
陈主任 < 还没有人报告
陈主任 [已报告]
陈主任 < 记下了
