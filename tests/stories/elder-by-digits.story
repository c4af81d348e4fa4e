story: large letters and digits: a whole request by digits alone
pack: demo
at: 2026-11-23 09:00

赵奶奶: 你好                            # she was born in 1944
赵奶奶 < 按数字回答吗
赵奶奶 !< 我要求助                      # one question at a time
赵奶奶 [好]
赵奶奶 < 以后按数字就行
赵奶奶 < 1. 我要求助
赵奶奶 < 0 找人工
赵奶奶: 楼道灯坏了，三楼
赵奶奶 < 1. 确认
赵奶奶: 1
赵奶奶 < 收到，编号
小韩@柳堤水电队 [我来]
赵奶奶 < 小韩
小韩 [办好了]
小韩: 换了灯泡
赵奶奶 < 1. 解决了
赵奶奶 [1]                              # the key below the list says nothing but the number
赵奶奶 < 给几颗星
赵奶奶: 5
赵奶奶 < 1. 跳过
赵奶奶: 1
赵奶奶 < 谢谢您
