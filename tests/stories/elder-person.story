story: a person can be called in the middle of everything, in words or with a 0
pack: demo
at: 2026-11-23 09:00

王阿姨: 厨房水龙头漏水
王阿姨: 转人工                          # in the middle of a form
王阿姨 < 服务台电话
王阿姨 < 有话可以先说
值班小吴 < 王阿姨想找人工
陈主任 < 王阿姨想找人工
陈主任: /help
王阿姨: 人工
王阿姨 < 服务台电话
陈主任 !< 想找人工                      # once is enough
值班小吴: /duty
值班小吴 [值班 4 小时]
王阿姨 < 您排在第 1 位
值班小吴 [接待下一位]
王阿姨 < 值班小吴来接待您了
值班小吴 +photo lamp.png
王阿姨 < (photo
值班小吴: 我是小吴，您说
王阿姨 < 值班小吴：我是小吴，您说
王阿姨 [说完了]
值班小吴 < 王阿姨说完了
王阿姨 < 什么时候方便                   # the form has waited
王阿姨: 取消
王阿姨 < 先不办了
值班小吴: /shift
值班小吴 [下班]
李大爷: /elder
李大爷 [好]
李大爷: 0
李大爷 < 服务台电话
值班小吴 < 李大爷想找人工
小李: 0
小李 !< 服务台电话                      # who did not choose digits means something else
?路人: 人工
?路人 < 服务台电话
值班小吴 !< 路人                        # who has not agreed is told the number, and nothing is kept
