story: both who go to a conflict are reminded of it
pack: demo
at: 2026-11-23 15:00

王阿姨: /care
王阿姨 [我自己家]
王阿姨 [家里有矛盾]
王阿姨 [没有]
王阿姨 [来家里看看]
联络员小林: /help
联络员小秦: /help
+2d
联络员小林 < 走访提醒
联络员小秦 < 走访提醒：今天 1 户
联络员小秦 < 王阿姨（和顺里小区3号楼）
