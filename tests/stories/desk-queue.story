story: two neighbours want a person; who waits longest comes first
pack: demo
at: 2026-11-23 09:00

值班小吴: /shift
值班小吴 < 不在值班
值班小吴 [值班 4 小时]
值班小吴 < 上岗了
王阿姨: 人工
王阿姨 < 您排在第 1 位
王阿姨 !< 分钟                          # nobody has waited yet: no number is made up
值班小吴 < 王阿姨想找人工
陈主任 !< 王阿姨                        # who is not on duty is left in peace
王阿姨: 我想问问老人卡的事
王阿姨 < 记下了
+2m
李大爷: 转人工
李大爷 < 您排在第 2 位
值班小吴: /queue
值班小吴 < 在等的 2 位
值班小吴 < 王阿姨 等了 2 分钟
值班小吴 [接待下一位]
值班小吴 < 我想问问老人卡的事           # what was said while waiting
王阿姨 < 值班小吴来接待您了
李大爷 !< 来接待您
值班小吴: 阿姨您好，带身份证来就行
王阿姨 < 值班小吴：阿姨您好，带身份证来就行
王阿姨: 要照片吗
值班小吴 < 王阿姨：要照片吗
王阿姨 +photo lamp.png
值班小吴 < (photo
值班小吴: 要一张一寸的
王阿姨 < 要一张一寸的
值班小吴: 结束
值班小吴 < 怎么结束
值班小吴 [办妥了]
值班小吴 < 还有 1 位在等
王阿姨 < 这件事办妥了
值班小吴 [接待下一位]
李大爷 < 值班小吴来接待您了
李大爷: 没事了，就想说声谢谢
值班小吴 < 没事了，就想说声谢谢
李大爷 [说完了]
值班小吴 < 李大爷说完了
值班小吴: 大爷慢走
值班小吴 < 刚才的话没有发出
李大爷 !< 大爷慢走
王阿姨: 楼道灯坏了                      # nothing swallows what comes after the end
王阿姨 < 公共设施
