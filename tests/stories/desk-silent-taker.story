story: who takes a talk and says nothing loses it; nobody falls between two people
pack: demo
at: 2026-11-23 09:00

值班小吴: /duty
值班小吴 [值班 4 小时]
陈主任: /duty
陈主任 [值班 2 小时]
王阿姨: 人工
李大爷: 人工
值班小吴 [接待下一位]
王阿姨 < 值班小吴来接待您了
+4m
王阿姨 !< 一时没顾上
+2m
值班小吴 < 王阿姨没等到您的回话
王阿姨 < 已把您排回第一位
陈主任 < 王阿姨还在等（排第一位）
值班小吴: 喂，阿姨
值班小吴 < 刚才的话没有发出：这位没等到回话
王阿姨 !< 喂，阿姨
陈主任 [接待下一位]
王阿姨 < 陈主任来接待您了               # before 李大爷, who came later
陈主任: 我是陈主任，您说
王阿姨: 好的
+20m
王阿姨 !< 一时没顾上                    # nothing waits for an answer
王阿姨: 我家水费单子不对
陈主任 < 我家水费单子不对
+6m
陈主任 < 王阿姨没等到您的回话           # later on, too
王阿姨 < 陈主任一时没顾上
值班小吴 < 王阿姨还在等
值班小吴 [接待下一位]
值班小吴 < 我家水费单子不对
值班小吴: 我来查
王阿姨: 谢谢
+10m
王阿姨 !< 一时没顾上                    # thanks wait for no answer
