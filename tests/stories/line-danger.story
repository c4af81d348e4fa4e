story: words of danger on the line ring the alarm first, and then reach the one who is on the way
pack: demo
at: 2026-11-23 09:00

王阿姨: 楼道灯坏了，三楼
王阿姨 [确认]
小李@水电队 [我来]
王阿姨 [说话]
王阿姨: 家里着火了快来人
王阿姨 < 119
陈主任 < 着火
小李 < 王阿姨：家里着火了快来人
小李 < 您先保证自己安全
王阿姨: 我在楼下
小李 < 王阿姨：我在楼下
小李 [回复]
小李: 不是着火吧，别吓我              # in doubt the question comes, and the words go on
王阿姨 < ：不是着火吧
