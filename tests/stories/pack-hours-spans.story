story: the canteen opens twice a day, and each time it is said what holds now
pack: demo
at: 2026-11-23 10:30

王阿姨: 社区食堂怎么就餐、多少钱
王阿姨 < 要带：老年卡或饭卡
王阿姨 < 现在没开，11:00 开门
+1h
王阿姨: 社区食堂怎么就餐、多少钱
王阿姨 < 现在开着，到 12:30
+2h
王阿姨: 社区食堂怎么就餐、多少钱
王阿姨 < 现在没开，17:00 开门
+6h
王阿姨: 社区食堂怎么就餐、多少钱
王阿姨 < 现在没开，
王阿姨 !< 现在开着
