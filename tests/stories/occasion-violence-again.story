story: violence at home after a visit about a conflict was agreed: nobody goes any more; a later word is told again
pack: demo
at: 2026-11-23 09:00

王阿姨: /care
王阿姨 [我自己家]
王阿姨 [家里有矛盾]
王阿姨 [没有]
王阿姨 [来家里看看]
联络员小林 < 请去看望王阿姨
大刘: /care
大刘 [邻居或别人]
大刘: 王阿姨
大刘 [和我同一栋]
大刘 [跳过]
大刘 [家里有矛盾]
大刘 [有]
联络员小林 < 请先别去王阿姨那儿
联络员小秦 < 请先别去王阿姨那儿
书记老何 < 原先约好的看望已经停了
王阿姨 !< 不来了                                   # nobody of the household hears a word
联络员小林: /visits
联络员小林 !< 王阿姨
王阿姨: /care                                      # somebody there wishes for a talk: staff settle it
王阿姨 [我自己家]
王阿姨 [家里有矛盾]
王阿姨 [没有]
王阿姨 [来家里看看]
王阿姨 < 有人给您打电话
联络员小林 !< 请去看望
书记老何 < 【安全】王阿姨说想有人谈谈家里的事
陈主任 < 没有派人
陈主任 [已报告]
陈主任 < 记下了
+21d
小孟: /care                                        # another neighbour, three weeks after it was reported
小孟 [邻居或别人]
小孟: 王阿姨
小孟: 和顺里3号楼
小孟 [跳过]
小孟 [家里有矛盾]
小孟 [有]
小孟 < 我们依法处理
书记老何 < 【安全】王阿姨（和顺里小区3号楼 2单元 502）：可能有家庭暴力
陈主任 < 【安全】王阿姨
