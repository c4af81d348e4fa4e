story: one danger is over; what comes after it, soon as it is, is another
pack: demo
at: 2026-11-23 09:00

王阿姨: 着火了
王阿姨 < 20261123-0001
王阿姨 [不是紧急]
王阿姨 < 好，已告诉值班的人
+5m
王阿姨: 我爸胸口绞痛，满头冷汗，左胳膊抬不动
王阿姨 < 请马上打 120
王阿姨 < 20261123-0002
值班小吴 < 紧急
