story: a death in the family, said by the person themselves: two people come within a day, and stay away when asked to
pack: demo
at: 2026-11-23 09:00

王阿姨: /care
王阿姨 < 谁需要关心
王阿姨 [我自己家]
王阿姨 < 哪一种情况
王阿姨 [家有丧事]
王阿姨 [来家里看看]
王阿姨 < 联络员小林会来看您，最晚 11月24日
联络员小林 < 请去看望王阿姨（和顺里小区3号楼）
联络员小林 < 家有丧事：两个人一起去
联络员小林 < 同去：联络员小秦
联络员小秦 < 同去：联络员小林
书记老何 !< 王阿姨
值班小吴 !< 王阿姨
陈主任 !< 王阿姨
王阿姨: /care                                   # said twice, it is arranged once
王阿姨 [我自己家]
王阿姨 [家有丧事]
王阿姨 [来家里看看]
王阿姨 < 已经约好来看您了
王阿姨 [不用来了]
王阿姨 < 好的，不来了
联络员小林 < 不用去王阿姨那儿了
联络员小秦 < 不用去王阿姨那儿了
