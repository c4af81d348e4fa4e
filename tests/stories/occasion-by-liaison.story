story: the liaison hears of it and asks with one tap on the card; a no stays between them and us
pack: demo
at: 2026-11-23 09:00

联络员小林: /people
联络员小林 [王阿姨]
联络员小林 [看望]
联络员小林 < 王阿姨那边是哪一种情况
联络员小林 [家里有矛盾]
联络员小林 < 有没有人动手
联络员小林 [没有]
联络员小林 < 来不来由本人定
王阿姨 < 需要我们来看看吗
王阿姨 !< 矛盾
王阿姨 [不用]
王阿姨 < 不打扰您
联络员小林 !< 不用
联络员小林: /people
联络员小林 [李大爷]
联络员小林 [看望]
联络员小林 [生病住院]
李大爷 [可以]
联络员小林 < 先打电话，问方便了再去
联络员小林 [先打电话]
联络员小林 < 打个电话就行
联络员小林 [办好了]
联络员小林 [今天]
联络员小林 [打电话]
联络员小林 [跳过]
联络员小林 [跳过]
联络员小林 [跳过]
+1d
联络员小林 < 李大爷                                 # the visit itself still stands after the call
联络员小林: /visits
联络员小林 < 七天内
