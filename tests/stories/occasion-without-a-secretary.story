story: the station has no secretary: for a death two of the station go all the same, know it at once, and are named to them
pack: demo
at: 2026-11-23 10:00

书记老何: /leave
书记老何 [书记]
大刘: /care
大刘 [我自己家]
大刘 [家有丧事]
大刘 [来家里看看]
大刘 < 会来看您，最晚 11月24日
联络员小林 < 请去看望大刘
联络员小林 < 同去：联络员小秦
联络员小秦 < 请去看望大刘
联络员小秦 < 两个人一起去
联络员小秦: /away
联络员小秦 [7 天]
联络员小秦 [没有人]
陈主任 < 还差一位
陈主任 !< 大刘
