story: asked to call first, he says on the phone that somebody may come: one tap arranges it, two go, and he hears who
pack: demo
at: 2026-11-23 09:00

大刘: /care
大刘 [我自己家]
大刘 [家有丧事]
大刘 [先打个电话]
书记老何 [联络员小秦]
联络员小秦 < 请给大刘
联络员小秦 [看探访卡]
联络员小秦 [办好了]
联络员小秦 [今天]
联络员小秦 [打电话]
联络员小秦 [跳过]
联络员小秦 [跳过]
联络员小秦 [跳过]
联络员小秦 [TA 想要人去]
联络员小秦 < 大刘同意。已经安排
联络员小秦 < 请去看望大刘
联络员小林 < 同去：联络员小秦
大刘 < 联络员小秦会来看您，最晚 11月24日
