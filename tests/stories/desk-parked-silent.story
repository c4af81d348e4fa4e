story: a parked talk that was opened again is lost as any other, where no word is said
pack: demo
at: 2026-11-23 09:30

值班小吴: /shift
值班小吴 [值班 4 小时]
王阿姨: 转人工
值班小吴 [接待下一位]
值班小吴: 我去问一下
值班小吴 [更多]
值班小吴 [稍后再回]
值班小吴 [两小时后]
值班小吴: /queue
值班小吴 [接着和王阿姨说]
王阿姨 !< 排回第一位
+6m
王阿姨 < 排回第一位
值班小吴 < 已回到队列
