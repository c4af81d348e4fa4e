story: what a film or the news tell is asked about once; after the no it is offered no more
pack: demo
at: 2026-11-23 09:00

王阿姨: 新闻说外地一个小区着火了
王阿姨 < 现在有危险吗
王阿姨 < 119
陈主任 !< 紧急
王阿姨 [没有危险]
王阿姨 < 那就好
王阿姨 !< 火情
陈主任 !< 紧急
王阿姨: 昨天的剧里着火那段真吓人
王阿姨 !< 现在有危险吗
