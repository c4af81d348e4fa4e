story: before a hospital visit comes a call: a no on the phone ends both, a slip brings both back, and a visit made ends the call
pack: demo
at: 2026-11-23 09:00

王阿姨: /care
王阿姨 [我自己家]
王阿姨 [生病住院]
王阿姨 [来家里看看]
联络员小林 < 请去看望王阿姨
联络员小林 [先打电话]
联络员小林 < 打个电话就行
联络员小林 [这次不用来]
联络员小林 < 这次不去看
联络员小秦 < 这次不去了
联络员小林: /visits
联络员小林 < 七天内没有要走访的
联络员小林 [点错了]
联络员小林 < 走访照旧
联络员小秦 < 刚才是点错了
联络员小林: /visits
联络员小林 [七天内]
联络员小林 < 王阿姨
联络员小林 [看探访卡]
联络员小林 [办好了]
联络员小林 [今天]
联络员小林 [上门]
联络员小林 [跳过]
联络员小林 [跳过]
联络员小林 [跳过]
联络员小林: /mydata
+24h
联络员小林 !< 没去成
+3d
书记老何 !< 王阿姨
