story: the secretary names another deputy, who hears it, finds the card among theirs, and stands in; then there is none
pack: demo
at: 2026-11-23 09:00

书记老何: /people
书记老何 [全部]
书记老何 [老郑]
书记老何 [指定副手]
书记老何 [不要副手]
书记老何 < 联络员：联络员小秦
书记老何 < （副手：还没有）
书记老何 [指定副手]
书记老何 < 老郑 的副手是谁
书记老何 [联络员小林]
联络员小林 < 副手
联络员小林: /people
联络员小林 [我当副手]
联络员小林 [老郑]
联络员小林 < 联络员：联络员小秦（副手：联络员小林）
