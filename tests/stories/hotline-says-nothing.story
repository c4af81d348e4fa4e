story: words that only judge, call off or name a language are no question; near a place is not a search for it
pack: demo
at: 2026-11-23 09:00

王阿姨: 都不是                          # nothing was said before
王阿姨 < 没看明白
王阿姨: 取消
王阿姨 < 没看明白
王阿姨 !< 您说的是哪一件
王阿姨: none of these
王阿姨 !< 看到的人
王阿姨: 换成英文
王阿姨 < English
王阿姨 [中文]
王阿姨: 你好
王阿姨: 你好                            # the number means the latest menu
王阿姨: 1
王阿姨 !< 您是回答哪一个
王阿姨 < 是哪方面的事
王阿姨: 取消
王阿姨: 附近有人在图书室门口乱丢垃圾
王阿姨 !< 离您大约
王阿姨 +photo lamp.png 附近有人在图书室门口乱丢垃圾
王阿姨 !< 离您大约
李大爷: 大字
李大爷: 好
李大爷 < 以后按数字就行
+14h
Mary: human
Mary < daily 8:30-20:00
