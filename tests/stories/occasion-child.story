story: a child may come to harm: the law's way at once; no visit is offered, and the family hears nothing of it
pack: demo
at: 2026-11-23 09:00

小李: 楼上天天打孩子，孩子身上都是伤
小李 < 请马上打 110
小李 < 不要去和对方对质
值班小吴 < 儿童受侵害
书记老何 < 依法必须立即报案（未成年人保护法第十一条）
书记老何 < 这是小李报的，不一定是 TA 自己家
书记老何 < 不上门，不调解，不联系这家任何人
陈主任 < 未成年人保护法
联络员小林 !< 孩子
小李 !< 需要我们来看看吗
书记老何 [已报告]
陈主任 < 已报告
+2h
书记老何 !< 还没有人报告
小李 !< 需要我们来看看吗
