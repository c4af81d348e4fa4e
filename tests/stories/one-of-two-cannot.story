story: one of two cannot come after all; the other stays, and the neighbours are asked for another
pack: demo
at: 2026-11-23 09:00

王阿姨: 想搬家具上楼，一个人抬不动
王阿姨 [都可以]
王阿姨 [确认]
大刘 [我来]
小孟 [我来]
老韦 < 已经有人去了
小孟 [我来不了]
大刘 !< 您不用去了
老韦 < 搬抬重物                         # asked once more
老韦 [我来]
大刘 < 老韦 和您一起去
王阿姨 < 老韦
