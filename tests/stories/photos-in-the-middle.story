story: photos and voices are welcome while any question waits, and reach the one who helps
pack: demo
at: 2026-11-23 09:00

王阿姨: 厨房水龙头漏水
王阿姨 < 什么时候方便
王阿姨 +photo lamp.png
王阿姨 < 会一起带上
王阿姨 < 什么时候方便
王阿姨 +voice words.ogg
王阿姨 < 什么时候方便
王阿姨 +photo stairs.png 明天下午
王阿姨 < 11月24日 周二 下午
王阿姨 [确认]
小李@水电队 [我来]
小李 < (photo)
