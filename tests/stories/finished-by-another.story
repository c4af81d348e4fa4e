story: a form that cannot come to its end is closed, and later words are heard
pack: demo
at: 2026-11-23 09:00

王阿姨: 楼道灯坏了
王阿姨 [确认]
小李@水电队 [我来]
小李 [办好了]
小李 < 写一句怎么办的
陈主任: /open
陈主任 [{number}]
陈主任 [指派]
陈主任 [水电队]
陈主任 [小赵]
小李: 换了灯泡
小李 < 这件事现在不在您手上
小李: 我家厨房水龙头漏水                # not for ever
小李 !< 不在您手上
小李 < 什么时候方便
