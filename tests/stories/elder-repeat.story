story: "say it again" says it again, and digits answer what was said again
pack: demo
at: 2026-11-23 09:00

?新邻居: 再说一遍
?新邻居 < 还没有说过什么
赵奶奶: /elder
赵奶奶 [好]
赵奶奶: 楼道灯坏了
赵奶奶 < 1. 确认
赵奶奶: 没听清
赵奶奶 < 1. 确认
赵奶奶: 再说一遍
赵奶奶 < 1. 确认
赵奶奶: 1
赵奶奶 < 收到，编号
赵奶奶 !< 您是回答哪一个
小韩@柳堤水电队 [我来]
赵奶奶 < 小韩
赵奶奶: 再说一遍
赵奶奶 < 小韩
Mary: /my
Mary: again
Mary < not asked for anything yet
