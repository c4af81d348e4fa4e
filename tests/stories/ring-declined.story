story: all of a ring decline, each with one tap; nobody is blamed, and the next ring is asked at once
pack: demo
at: 2026-11-23 09:00

王阿姨: 帮我取个快递
王阿姨 [都可以]
王阿姨 [确认]
大刘 < 这件事您方便吗
小孟 < 这件事您方便吗
队长胡姐 !< 这件事您方便吗
大刘 [这次不行]
大刘 < 没关系
大刘 [太远]
大刘 < 谢谢您告诉我们
大刘 !< 这件事您方便吗
小孟 [这次不行]
小孟 [忙]
队长胡姐 !< 这件事您方便吗              # one of the three has not answered yet
老韦 [这次不行]                         # reasons need not be given
队长胡姐 < 这件事您方便吗               # the next ring, at once
小范 < 这件事您方便吗
大刘 !< 这件事您方便吗
小范 [我来]
王阿姨 < 小范
