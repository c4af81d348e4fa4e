story: a neighbour takes their word back before anybody has answered: the question disappears
pack: demo
at: 2026-11-23 09:00

大刘: /care
大刘 [邻居或别人]
大刘: 李大爷
大刘: 和顺里5号楼
大刘: 13000000002
大刘 [家里有矛盾]
大刘 < 有没有人动手
大刘 [不清楚]
大刘 < 谢谢您告诉我们
李大爷 < 需要我们来看看吗
大刘 [弄错了]
大刘 < 知道了，谢谢您说一声
李大爷 < 刚才的话不用理会
联络员小林 !< 李大爷
