story: what nobody could answer has an answer already: one tap joins them, whoever waited is told, and the words are learned
pack: demo
at: 2026-11-23 09:00

Mary: 无人机能在小区飞吗
Mary [Tell me when you know]
王阿姨: 无人机可以在小区里飞吗
值班小吴: /teach
值班小吴 [没答上的问题（1）]
值班小吴 [（2人）]
值班小吴 < 2 人问过，1 人等着听答案
值班小吴 [已有答案]
值班小吴 < 是哪一条
值班小吴: 服务站几点
值班小吴 [服务台什么时间]
值班小吴 < 已告诉 1 位
Mary < You asked “无人机能在小区飞吗”
王阿姨 !< 现在有答案了
值班小吴 [返回列表]
值班小吴 < 现在没有待答的问题
