story: from an answer to its form in one tap, with the words that were said and the photo that came along
pack: demo
at: 2026-11-23 09:00

王阿姨 +photo lamp.png 老年人免费体检怎么约? 打13000000088
王阿姨 < 老年人免费体检怎么约
王阿姨 < [办这件事]
王阿姨: 你好                            # something in between does not lose them
王阿姨 < 有什么事直接说
+2d
王阿姨 [办这件事]
王阿姨 [自己或小孩]
王阿姨 [都可以]
王阿姨 < 情况：老年人免费体检怎么约
王阿姨 < 130 0000 0088
王阿姨 [确认]
王阿姨 < 收到，编号
