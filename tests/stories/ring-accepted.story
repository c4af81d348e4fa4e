story: a ring of neighbours is asked privately; one takes it, the others hear so, and only the one learns where
pack: demo
at: 2026-11-23 09:00

王阿姨: 帮我取个快递，拿不动
王阿姨 [都可以]
王阿姨 [确认]
大刘 < 这件事您方便吗                   # the same building comes first
大刘 < 代取代收快递
大刘 !< 502                             # no door, no phone, no name
小孟 < 这件事您方便吗
小范 !< 这件事您方便吗                  # lives farthest away: not in the first ring
陪伴队 !< 新任务                        # the nearer team is asked, and nobody else
小孟 [我来]
小孟 < 是您的了
小孟 < 502
大刘 < 已经有人去了
王阿姨 < 小孟
+1h
小范 !< 这件事您方便吗
