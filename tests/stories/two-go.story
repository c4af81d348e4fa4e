story: a wardrobe takes two; the first hears that another is looked for, and each learns the other's name
pack: demo
at: 2026-11-23 09:00

王阿姨: 想搬家具上楼，一个人抬不动
王阿姨 [都可以]
王阿姨 [确认]
大刘 < 搬抬重物
小孟 < 搬抬重物
大刘 [我来]
大刘 < 还在找 1 位
大刘 < 502
王阿姨 < 大刘
小孟 !< 已经有人去了
小孟 [我来]
大刘 < 小孟 和您一起去
小孟 < 大刘 和您一起去
小孟 < 502
王阿姨 < 小孟
老韦 < 已经有人去了
+2h
队长胡姐 !< 请队长安排
