story: the desk writes an answer to what was asked; a no keeps the question open, a yes tells whoever waited
pack: demo
at: 2026-11-23 09:00

王阿姨: 无人机能在小区飞吗
王阿姨 [有答案告诉我]
值班小吴: /teach
值班小吴 [没答上的问题（1）]
值班小吴 [（1人）]
值班小吴 [写答案]
值班小吴 [就用这句]
值班小吴: 能飞，没关系。
值班小吴 < 要去哪里办
值班小吴: 月亮上
值班小吴 < 没有这个地方
值班小吴 [不用去哪里]
值班小吴 < 能飞，没关系
值班小吴 [交给主任]
陈主任 < 值班写了一条答案，可以用吗
陈主任 < 问：无人机能在小区飞吗
王阿姨 !< 能飞
陈主任 [先不用]
陈主任 < 没有采用
值班小吴 < 先不用
王阿姨 !< 能飞
# once more; left in the middle first
值班小吴: /teach
值班小吴 [没答上的问题（1）]
值班小吴 [（1人）]
值班小吴 [写答案]
值班小吴 [取消]
值班小吴 < 没有改动
值班小吴 [写答案]
值班小吴 [就用这句]
值班小吴: 楼群里不能飞，可以去江滩公园。
值班小吴 [不用去哪里]
值班小吴 [交给主任]
陈主任 [可以用]
陈主任 < 已告诉 1 位
值班小吴 < 已经在用
王阿姨 < 江滩公园
王阿姨 [看详细]
王阿姨 < 核对：2026-11-23，陈主任
李大爷: 无人机能在小区飞吗
李大爷 < 江滩公园
# who asked takes the question along when they leave, and a caller's danger is no question
赵奶奶: 无人机着火了怎么办
赵奶奶 < 119
值班小吴: /teach
值班小吴 < 没答上的问题（0）
