story: a secretary sees the station and who carries how much; the next community's sees theirs
pack: demo
at: 2026-11-23 09:00

+1h
书记老何: /visits
书记老何 < 和顺里社区的走访
书记老何 < 七天内
书记老何 [各人担子]
书记老何 < 联络员小林：3 人
书记老何 < 联络员小秦：1 人
书记老何 !< 小余
书记老何 [返回]
书记老何 < 和顺里社区的走访
书记老方: /visits
书记老方 < 柳堤社区的走访
书记老方 [各人担子]
书记老方 < 联络员小余：1 人
书记老方 !< 小林
+8d
书记老何: /visits
书记老何 < 过期
书记老何 [过期]
书记老何 < 和顺里社区过期的
书记老何 < 联络员小林
书记老何 [晚]                                     # opens the visit itself
书记老何 < 队长老周
