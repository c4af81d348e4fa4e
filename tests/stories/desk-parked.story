story: a talk rests until a named time and comes back, to its taker or to the queue
pack: demo
at: 2026-11-23 09:00

值班小吴: /duty
值班小吴 [值班 2 小时]
王阿姨: 人工
值班小吴 [接待下一位]
值班小吴: 我去问一下街道
值班小吴 [更多]
值班小吴 [稍后再回]
值班小吴 [半小时后]
值班小吴 < 王阿姨先放着，11月23日 09:30
王阿姨 < 值班小吴去核实一下，11月23日 09:30 前后再找您
王阿姨: 好的
+20m
值班小吴 !< 说好的时间到了
+11m
值班小吴 < 说好的时间到了
值班小吴 [接着聊]
值班小吴: 问到了，下周一办
王阿姨 < 问到了，下周一办
值班小吴 [更多]
值班小吴 [稍后再回]
值班小吴 [两小时后]
+10m
王阿姨: 忘了说，还要带户口本吗          # new words bring it back at once
值班小吴 < 还要带户口本吗
值班小吴 [接着聊]
值班小吴: 带上
王阿姨 < 带上
值班小吴 [更多]
值班小吴 [稍后再回]
值班小吴 [两小时后]
+80m
值班小吴 < 已替您下班                   # the shift ends before
+40m
值班小吴 < 王阿姨还在等                 # nobody is on duty: desk and coordinator hear it
陈主任 < 王阿姨还在等
王阿姨 < 您的事又排上了
