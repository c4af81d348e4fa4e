story: a visit that was agreed to is not made: both hear it the day after, the secretary after three days, the street after seven
pack: demo
at: 2026-11-23 11:00

王阿姨: /care
王阿姨 [我自己家]
王阿姨 [家有丧事]
王阿姨 [来家里看看]
联络员小林 < 最晚
联络员小秦 < 最晚
+1d
联络员小林 < 今天：王阿姨
联络员小秦 < 今天：王阿姨
+1d
联络员小林 < 没去成：王阿姨
联络员小秦 < 没去成：王阿姨
书记老何 !< 王阿姨
+2d
书记老何 < 王阿姨（和顺里小区3号楼）
书记老何 !< 丧事
街道王主任 !< 迟了
+4d
街道王主任 < 有 1 户走访迟了 7 天以上
街道王主任 !< 王阿姨
