story: after a transfer the figures are those of the unit that has it
pack: demo
at: 2026-11-23 09:00

王阿姨: 居民医保怎么缴费
王阿姨 [办这件事]
王阿姨 [确认]
陈主任: /open
陈主任 [{number}]
陈主任 [转办]
陈主任 [别的社区]
陈主任 [柳堤社区]
陈主任: 户口在柳堤
彭主任 [指派]
彭主任 [我来办]
彭主任: /rates
彭主任 [本月]
彭主任 < 应办 1 件
彭主任: /today
彭主任 < 接 1
陈主任: /rates
陈主任 [本月]
陈主任 < 应办 0 件
