story: in the national holiday the hall is closed, its Saturday too, until the first working day; a Saturday that is worked is one
pack: demo
at: 2026-10-02 10:00

王阿姨: 老年卡怎么办
王阿姨 < 要带：身份证、一寸照片
王阿姨 < 工作日 9:00-17:00,周六 9:00-12:00（现在没开，10月8日 09:00 开门）
+24h
王阿姨: 老年卡怎么办                     # Saturday, 3 October: a holiday
王阿姨 < 现在没开，10月8日 09:00 开门
+7d
王阿姨: 老年卡怎么办                     # Saturday, 10 October: worked
王阿姨 < 现在开着，到 17:00
