story: at night words for the desk are kept, nobody is woken, and in the morning the figures start anew
pack: demo
at: 2026-11-23 22:00

王阿姨: 转人工
王阿姨 [开门后回我电话]
王阿姨 < 开门后给您回电话
王阿姨: 转人工
王阿姨 < 已经记下了，11月24日 08:30 服务台开门就看
王阿姨 [留一句话]
王阿姨 < 请说，开门后值班的人先看
王阿姨: 打我的座机，手机坏了
王阿姨 < 开门后值班的人先看您的
王阿姨: 户口本丢了哪里能补
王阿姨 [都不是，找人工]
王阿姨 < 已经记下了
李大爷: 楼道灯坏了
李大爷 < 公共设施
李大爷: 取消
李大爷: 人工
李大爷 [留一句话]
李大爷: 我的药送到楼下没有
李大爷 < 开门后值班的人先看
值班小吴 !< 王阿姨
+10h
+35m
值班小吴 < 打我的座机，手机坏了               # both were kept
值班小吴 < 户口本丢了哪里能补
李大爷 < 值班的人一上岗就看                  # nobody is on duty yet: nothing else is promised
+10m
陈主任 < 李大爷等人工等了 10 分钟            # since it opened, not since the evening
值班小吴: /shift
值班小吴 [值班 4 小时]
值班小吴: /queue
值班小吴 < 王阿姨 要回电，等了 15 分钟
