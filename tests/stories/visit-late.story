story: a late visit is told to its visitor after a day, to the secretary after three, to the street after seven, once each
pack: demo
at: 2026-11-23 09:00

联络员小林: /people
联络员小林 [王阿姨]
联络员小林 [走访]
联络员小林 [约一次走访]
联络员小林: 明天
+1d
联络员小林 < 今天：王阿姨
+1d
联络员小林 < 没去成：王阿姨（和顺里小区3号楼）
书记老何 !< 迟了
联络员小林: /mydata
+1d
联络员小林 !< 没去成                             # once, not every day
书记老何 !< 迟了
+1d
书记老何 < 有 1 户走访迟了 3 天以上
书记老何 < 王阿姨（和顺里小区3号楼）：该 11月24日 周二 去，联络员小林
联络员小林 !< 没去成
书记老方 !< 迟了
街道王主任 !< 迟了
书记老何: /mydata
+3d
街道王主任 !< 迟了
+1d
街道王主任 < 和顺里社区：有 1 户走访迟了 7 天以上
街道王主任 !< 王阿姨                             # numbers, no names
书记老何 !< 王阿姨                               # once
陈主任 !< 迟了
