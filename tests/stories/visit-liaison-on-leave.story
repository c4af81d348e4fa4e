story: the liaison is on leave: whoever stands in hears of the visit, may open it and write it down
pack: demo
at: 2026-11-23 09:00

联络员小林: /people
联络员小林 [王阿姨]
联络员小林 [走访]
联络员小林 [约一次走访]
联络员小林: 11月26号
联络员小林: /away
联络员小林 [7 天]
联络员小林 [联络员小秦]
联络员小林: /mydata
+3d
联络员小秦 < 您代 联络员小林 走访
联络员小秦 < 今天：王阿姨（和顺里小区3号楼）
联络员小林 !< 走访提醒
联络员小秦 [王阿姨]
联络员小秦 < 130 0000 0001
联络员小秦 [办好了]
联络员小秦 < 去看了 王阿姨
