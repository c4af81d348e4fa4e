story: a promised call that its taker loses is promised by the next one, and words about it go there
pack: demo
at: 2026-11-23 09:00

值班小吴: /shift
值班小吴 [值班 4 小时]
陈主任: /shift
陈主任 [值班 4 小时]
王阿姨: 人工
王阿姨 [改为回电]
王阿姨 < 不用在这里等
值班小吴 [接待下一位]
王阿姨 < 马上给您回电话
+16m
值班小吴 < 王阿姨没等到您的回话
王阿姨 < 电话还没打成，换人打给您
王阿姨 !< 已把您排回第一位
王阿姨: 怎么还没打来呀
王阿姨 < 记下了，值班的人会看到
陈主任 < 怎么还没打来呀
陈主任 [接待下一位]
王阿姨 < 陈主任看到了，马上给您回电话
