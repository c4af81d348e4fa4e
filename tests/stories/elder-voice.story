story: an old neighbour speaks; those on duty hear it and answer
pack: demo
at: 2026-11-23 22:40

赵奶奶: /elder
赵奶奶 [好]
赵奶奶 +voice words.ogg
赵奶奶 < 已转给值班的人
柳堤值班小夏 < 赵奶奶发来一段语音
柳堤值班小夏 < (voice                   # at night, too: nobody knows yet what it says
彭主任 < (voice
陈主任 !< 赵奶奶
柳堤值班小夏 [接待下一位]
柳堤值班小夏 < 还没上岗
柳堤值班小夏 [值班 2 小时]
柳堤值班小夏 [接待下一位]
赵奶奶 < 柳堤值班小夏来接待您了
柳堤值班小夏: 奶奶，小韩明早九点来看灯
赵奶奶 < 柳堤值班小夏：奶奶，小韩明早九点来看灯
彭主任: /shift
彭主任 [值班 2 小时]
彭主任 < 没有人在等
柳堤值班小夏 [结束]
柳堤值班小夏 [办妥了]
赵奶奶 < 这件事办妥了
赵奶奶: 楼道灯坏了
赵奶奶 +voice words.ogg                  # in the middle of a form it is heard, and goes along with the request
赵奶奶 < 已转给值班的人
赵奶奶 < 1. 确认
赵奶奶 !< 打几个字
赵奶奶: 1
赵奶奶 < 收到，编号
+11h                                    # a team is not woken at night
小韩@柳堤水电队 [我来]
小韩 < (voice
