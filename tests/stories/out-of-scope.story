story: a coordinator acts in the own unit and below; what another unit has is refused, also by an old button
pack: demo
at: 2026-11-23 09:00

王阿姨: 居民医保怎么缴费
王阿姨 [办这件事]
王阿姨 [确认]
彭主任: /open
彭主任 < 没有待办的事
陈主任: /open
陈主任 [{number}]
陈主任 [转办]
陈主任 [别的社区]
陈主任 [柳堤社区]
陈主任: 户口在柳堤
彭主任 < 2单元 502
彭主任 [不归我们]
彭主任: 人住在和顺里
陈主任 [收回]
彭主任 [指派]                          # the card that was shown while it was theirs
彭主任 < 您现在办不了
柳堤值班小夏 [指派]
柳堤值班小夏 < 您现在办不了
街道王主任: /open
街道王主任 < 待办 1 件
街道王主任 [{number}]
街道王主任 < 2单元 502
街道王主任 [指派]
街道王主任 [水电队]
街道王主任 < 请谁去
