story: what cannot be done here is not accepted, with a reason and another way; what is accepted can no longer be
pack: demo
at: 2026-11-23 09:00

王阿姨: 居民医保怎么缴费
王阿姨 [确认]
李大爷: 楼道灯坏了
李大爷 [确认]
彭主任: /open
彭主任 < 没有待办的事
陈主任: /open
陈主任 [居民医保]
陈主任 [更多]
陈主任 [更多]
陈主任 [不予受理]
陈主任: 我们查不到账户
陈主任: 医保大厅，江汉路 5 号
陈主任 < 已了结
王阿姨 < 办不了，原因：我们查不到账户
王阿姨 < 请找：医保大厅
陈主任: /open
陈主任 [路灯楼道灯]
陈主任 [更多]
陈主任 [更多]
陈主任 !< 不予受理
陈主任 [撤销]
陈主任: 物业已经修好了
李大爷 < 不再办理，原因：物业已经修好了
水电队 < 已另作安排
