story: whoever has two tasks in hand is not given a third, and can finish first
pack: demo
at: 2026-11-23 09:00

王阿姨: 楼道灯坏了
王阿姨 [确认]
小李@水电队 [我来]
李大爷: 楼道灯坏了
李大爷 [确认]
小李@水电队 [我来]
Mary: the corridor light in our staircase is broken
Mary [Confirm]
小李@水电队 [我来]
小李 < 您手上已有 2 件
小李: /duty
小李 < 手上 2 件
小赵@水电队 [我来]
Mary < 小赵
