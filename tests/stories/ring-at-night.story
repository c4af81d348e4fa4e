story: a ring waits for the morning, and its time to think begins then
pack: demo
at: 2026-11-23 22:00

王阿姨: 帮我取个快递
王阿姨 [都可以]
王阿姨 [确认]
大刘 !< 这件事您方便吗
+9h29m
大刘 !< 这件事您方便吗
小范 !< 这件事您方便吗
+1m
大刘 < 这件事您方便吗
+29m
小范 !< 这件事您方便吗
+1m
小范 < 这件事您方便吗
