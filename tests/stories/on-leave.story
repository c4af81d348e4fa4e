story: whoever is on leave is not asked, and what was on offer to them goes to others; leave ends by itself
pack: demo
at: 2026-11-23 09:00

大刘: /duty
大刘 < HUZHU-01
大刘 < 在岗
大刘 [请假]
大刘 [3 天]
大刘 < 前不打扰您
王阿姨: 帮我取个快递
王阿姨 [都可以]
王阿姨 [确认]
大刘 !< 这件事您方便吗
小孟 < 这件事您方便吗
小孟: /duty
小孟 [下岗]
小孟 < 已另作安排
老韦 [这次不行]
阿珍 [这次不行]
小范 < 这件事您方便吗                   # the last one of the ring has gone: the next is asked at once
小范 [我来]
王阿姨 < 小范
+3d
大刘 < 欢迎回来
大刘: /duty
大刘 < 在岗
大刘 [一次接几件]
大刘 [3 件]
大刘 < 一次最多 3 件
