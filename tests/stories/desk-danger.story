story: danger in a talk with the desk: the number comes first, the alarm goes out, and the talk goes on
pack: demo
at: 2026-11-23 09:00

值班小吴: /duty
值班小吴 [值班 4 小时]
王阿姨: 人工
王阿姨: 我家着火了
王阿姨 < 119
值班小吴 < 我家着火了
值班小吴 [接待下一位]
值班小吴: 人先出来，我马上联系
王阿姨 < 人先出来，我马上联系
王阿姨: 已经出来了
值班小吴 < 已经出来了
