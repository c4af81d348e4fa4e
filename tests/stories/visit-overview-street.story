story: the street and the coordinators see numbers, and not one name
pack: demo
at: 2026-11-23 09:00

+8d
街道王主任: /visits
街道王主任 < 青禾街道走访数字（不含姓名）
街道王主任 < 和顺里社区：今天
街道王主任 < 柳堤社区：今天
街道王主任 !< 王阿姨
街道王主任 !< 李大爷
街道王主任 !< 赵奶奶
街道王主任 !< 小林
陈主任: /visits
陈主任 < 和顺里社区：今天
陈主任 !< 柳堤
陈主任 !< 李大爷
值班小吴: /visits
值班小吴 < 办不了
