story: only those who may teach do; two at once are told apart; a question taken back or gone is said to be
pack: demo
at: 2026-11-23 09:00

李大爷: 无人机能在小区飞吗
李大爷 [有答案告诉我]
李大爷: /teach
李大爷 < 您现在办不了
小李: /teach
小李 < 您现在办不了
# two of the staff look at the same question; one is quicker
陈主任: /teach
陈主任 [没答上的问题（1）]
陈主任 [（1人）]
值班小吴: /teach
值班小吴 [没答上的问题（1）]
值班小吴 [（1人）]
值班小吴 [不用答]
值班小吴 < 收起来了
陈主任 [写答案]
陈主任 < 已经有人处理了
陈主任 [不用答]
陈主任 < 已经有人处理了
李大爷 !< 现在有答案了
# a question that nobody has asked yet
陈主任: /teach
陈主任 [没答上的问题（0）]
陈主任 < 没有待答的问题
陈主任 [写新问题]
陈主任 < 居民会怎么问
陈主任 +photo lamp.png
陈主任 < 请写一句话
陈主任: 篝火晚会怎么报名
陈主任: 到服务站报名，人满为止。
陈主任: 服务台
陈主任 [发布]
陈主任 < 已经在用了
小李: 篝火晚会怎么报名
小李 < 人满为止
小李 < 地点：
# whoever leaves takes along what they asked
王阿姨: 无人机可以在小区里飞吗
王阿姨 [有答案告诉我]
王阿姨: /mydata
王阿姨 [看看记了什么]
王阿姨 < 没有答上的：1 条
