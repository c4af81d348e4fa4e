story: he has died: the visit that was agreed is called off, and nobody asks him anything any more
pack: demo
at: 2026-11-23 09:00

李大爷: /care
李大爷 [我自己家]
李大爷 [生病住院]
李大爷 [先打个电话]
李大爷 < 联络员小林先给您打电话
联络员小林 < 请给李大爷
联络员小林: /people
联络员小林 [李大爷]
联络员小林 [搬走、去世]
联络员小林 [去世]
联络员小林 [确定]
大刘: /care
大刘 [邻居或别人]
大刘: 李大爷
大刘: 和顺里5号楼
大刘 [跳过]
大刘 [家有丧事]
大刘 < 谢谢您告诉我们
李大爷 !< 看看
+4d
李大爷 !< 看看
联络员小林 !< 没有回复
