story: a Chinese answer that was changed is no longer told in the old English; the English is one tap away
pack: demo
at: 2026-11-23 09:00

Mary: How much is dibao per month
Mary < 900 yuan
# the desk may not say that it is still right: it does not look after this one
值班小吴: /teach
值班小吴 [改答案]
值班小吴: 低保标准
值班小吴 [低保]
值班小吴 < 上次核对
值班小吴 !< [还是对的]
陈主任: /teach
陈主任 [改答案]
陈主任: 低保标准
陈主任 [低保]
陈主任 < [还是对的]
陈主任 [改回答]
陈主任: 每人每月 960 元。
陈主任 < [改英文]
Mary: How much is dibao per month
Mary !< 900 yuan
Mary < 960
Mary < in Chinese only
陈主任 [改英文]
陈主任 [不用改]
陈主任: 960 yuan a month for each person.
陈主任 < 改好了
Mary: How much is dibao per month
Mary < 960 yuan
Mary !< in Chinese only
