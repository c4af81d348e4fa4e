story: an answer past its review date: whoever looks after it hears so once; still right by one tap, or changed
pack: demo
at: 2026-11-22 15:00

王阿姨: 居民医保怎么缴费
王阿姨 < 资料较旧
陈主任 !< 条答案过了
+17h35m
陈主任 < 有 1 条答案过了核对日期
陈主任 [居民医保怎么缴费]
陈主任 < 已过核对日期
陈主任 [还是对的]
陈主任 < 记为今天看过
王阿姨: 居民医保怎么缴费
王阿姨 !< 资料较旧
王阿姨 < 2026-11-23
# the other one has no owner among the people: the coordinators heard, once
彭主任 < 有 1 条答案过了核对日期
彭主任 [生孩子有哪些补贴]
彭主任 < 已过核对日期
+24h
陈主任 !< 条答案过了
彭主任 !< 条答案过了
