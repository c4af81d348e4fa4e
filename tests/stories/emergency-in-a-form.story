story: danger in the middle of a form comes first, and the form is still there afterwards
pack: demo
at: 2026-11-23 09:00

王阿姨: 厨房水龙头漏水
王阿姨 < 什么时候方便
王阿姨: 煤气漏了，满屋子味
王阿姨 < 请马上打 000-5550-0120、119
王阿姨 < 不要开关任何电器
王阿姨 < 值班的人已经知道了（20261123-0001）
值班小吴 < 130 0000 0001
陈主任 < 燃气泄漏
水电队 !< 煤气
+2m
王阿姨: 煤气漏得厉害，味道越来越大    # the same affair: no second case
王阿姨 < 请马上打 000-5550-0120
值班小吴 < 又有新情况：煤气漏得厉害
王阿姨: /my
王阿姨 !< 20261123-0002
王阿姨 [今天]
王阿姨 < 户内水管小修
