story: in a group "not an emergency" works, and a doubt is asked of its speaker alone
pack: demo
at: 2026-11-23 09:00

小李@水电队: 着火了，救命
小李@水电队 [不是紧急]
水电队 < 好，已告诉值班的人
陈主任 < 居民说不是紧急
小李@水电队: 昨天摔了一跤
水电队 < 有危险先打 120
小赵@水电队 [是，有危险]
小赵 < 这是问刚才说话的人的
陈主任 !< 摔
小李@水电队 [没有危险]
水电队 < 那就好
