story: a person is called in the middle of a form; the form waits, and the call replaces the wait
pack: demo
at: 2026-11-23 09:00

值班小吴: /duty
值班小吴 [值班 4 小时]
王阿姨: 厨房水龙头漏水
王阿姨 < 什么时候方便
王阿姨: 人工
王阿姨: 我家水龙头能不能今天修
值班小吴 < 我家水龙头能不能今天修
王阿姨 [改为回电]
王阿姨 < 130 0000 0001 找您
王阿姨 < 什么时候方便                   # the form has waited
值班小吴 < 王阿姨想要回电
王阿姨 [明天]
王阿姨 < 户内水管小修
王阿姨 [确认]
值班小吴 [接待下一位]
值班小吴 < 要回电：130 0000 0001
+6m
王阿姨 !< 一时没顾上                    # a call takes longer than a word
+10m
王阿姨 < 电话还没打成
值班小吴 [接待下一位]
值班小吴: 电话打过了，没人接
王阿姨 < 电话打过了，没人接
值班小吴 [结束]
值班小吴 [对方没回话]
王阿姨 < 没等到您的回话
