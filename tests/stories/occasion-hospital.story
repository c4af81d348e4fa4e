story: somebody is in hospital: a call goes first, then the visit within two days; both stand among what is planned
pack: demo
at: 2026-11-23 09:00

王阿姨: /care
王阿姨 [我自己家]
王阿姨 [生病住院]
王阿姨 [来家里看看]
王阿姨 < 联络员小林会来看您，最晚 11月25日 09:00
联络员小林 < 生病住院：先打电话，问方便了再去
联络员小林: /visits
联络员小林 [七天内]
联络员小林 < 王阿姨 打电话 11月23日
联络员小林 < 王阿姨 和顺里小区3号楼 11月24日
王阿姨: /card
王阿姨 [我的看望]
王阿姨 < 11月23日 周一：联络员小林打电话
王阿姨 < 11月24日 周二：联络员小林
王阿姨 < 上门
联络员小林: /mydata
+1d
联络员小林 < 今天：王阿姨
