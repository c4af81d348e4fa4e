story: a question gets its answer at once: where, open now or not, what to bring, who checked it and when
pack: demo
at: 2026-11-23 09:00

王阿姨: 图书室几点开放、怎么借书?
王阿姨 < 图书室几点开放
王阿姨 < 身份证
王阿姨 < 和顺里1号三楼
王阿姨 < 现在没开，11月24日 09:00 开门  # a Monday
王阿姨 < 000-5550-0112
王阿姨 < 核对：
王阿姨 < [办这件事] [看地图] [有用] [没帮上]
王阿姨 [看地图]
王阿姨 < 图书室与自习室，和顺里1号三楼
王阿姨 < (30.6
+1d
王阿姨: 图书室几点开放、怎么借书?
王阿姨 < 现在开着，到 20:00             # what is true now is said now
王阿姨 [有用]
王阿姨 < 太好了
王阿姨: 谢谢
王阿姨 < 不客气
王阿姨 < [我要求助]
