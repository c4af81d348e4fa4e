story: whom a resident was glad of is asked in the first ring the next time, however far away; the choice says why
pack: demo
at: 2026-11-23 09:00

王阿姨: 帮我取个快递
王阿姨 [都可以]
王阿姨 [确认]
大刘 [这次不行]
小孟 [这次不行]
老韦 [这次不行]
小范 < 这件事您方便吗
小范 [我来]
小范 [办好了]
小范 [跳过]
王阿姨 < 解决了吗
王阿姨 [解决了]
王阿姨 [★★★★★]
王阿姨 [跳过]
+1h
王阿姨: 再帮我取个快递
王阿姨 [都可以]
王阿姨 [确认]
小范 < 这件事您方便吗                   # the first ring, though others live nearer
小范 < 20261123-0002
阿珍 !< 20261123-0002
+1h
队长胡姐 < 请队长安排
队长胡姐 [小范（认识]
小范 < 2单元 502
