story: an answer is changed in chat, used from the next message on, with who changed what; the desk's waits for a yes
pack: demo
at: 2026-11-23 09:00

王阿姨: 图书馆几点开门
王阿姨 !< 周三闭馆
# the desk proposes
值班小吴: /teach
值班小吴 [改答案]
值班小吴: 图书
值班小吴 [图书室]
值班小吴 [改回答]
值班小吴 < 现在的回答是
值班小吴: 每天九点到五点，周三闭馆。
值班小吴 < 同意后就用上
陈主任 < 值班写了一条答案
王阿姨: 图书馆几点开门
王阿姨 !< 周三闭馆
陈主任 [可以用]
值班小吴 < 陈主任 同意了
王阿姨: 图书馆几点开门
王阿姨 < 周三闭馆
# the coordinator changes on, and sees who changed what
陈主任: /teach
陈主任 [改答案]
陈主任: 图书
陈主任 [图书室]
陈主任 < 陈主任 在聊天里改过
陈主任 [改别的]
陈主任 [改带什么]
陈主任: 旧借书证
陈主任 < 改好了
陈主任 [看一看]
陈主任 < 带什么：旧借书证
陈主任 [改别的]
陈主任 [谁改过]
陈主任 < 带什么 → 旧借书证
陈主任 < 回答 → 每天九点到五点，周三闭馆。
王阿姨: 图书馆几点开门
王阿姨 < 旧借书证
# out of use and back
陈主任 [停用]
陈主任 < 不再答给居民
王阿姨: 图书馆几点开门
王阿姨 !< 周三闭馆
陈主任 [恢复]
陈主任 < 又在用了
王阿姨: 图书馆几点开门
王阿姨 < 周三闭馆
# nobody else may
王阿姨: /teach
王阿姨 < 您现在办不了
