story: what staff put right becomes a phrase, used from the next message on once it is taken, and undone as easily
pack: demo
at: 2026-11-23 09:00

王阿姨: 你好
王阿姨 [我要求助]
王阿姨 [公共设施]
王阿姨 [健身游乐器材]
王阿姨: 我是王秀英，上上下下那个铁盒子不动弹了，电话13000000001
王阿姨 [确认]
王阿姨 < 收到，编号
# it was taken for the wrong thing: a coordinator puts it right
陈主任: /open
陈主任 [-0001 健身]
陈主任 [更多]
陈主任 [换一项]
陈主任 < 其实是哪一项
陈主任: 电梯故障
陈主任 [电梯故障]
陈主任 < 已改成
王阿姨 < 现在按“电梯故障”办
# the words are proposed, without name and number, and used only once they are taken
赵奶奶: 上上下下那个铁盒子不动弹了
赵奶奶 !< 电梯故障
陈主任: /teach
陈主任 [新说法（1）]
陈主任 < 上上下下那个铁盒子不动弹了
陈主任 !< 秀英
陈主任 !< 13000000001
陈主任 < 值班改正的
陈主任 [收下]
陈主任 < 收下了
李大爷: 上上下下那个铁盒子不动弹了
李大爷 < 电梯故障
# and as easily undone
陈主任 [撤回]
陈主任 < 已撤回
赵奶奶: 那个铁盒子还是不动弹
赵奶奶 !< 电梯故障
陈主任 [还是要用]
赵奶奶: 上上下下那个铁盒子还是不动弹了
赵奶奶 < 电梯故障
