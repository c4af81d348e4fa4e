story: the liaison hears of it and asks with one tap on the card; a call in hospital first, then the visit
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
