story: who says they are over seventy is offered large letters, but not in the middle of something
pack: demo
at: 2026-11-23 09:00

王阿姨: 我今年78了，楼道灯坏了，换不动
王阿姨 < 公共设施
王阿姨 !< 按数字回答吗
王阿姨 [确认]
王阿姨 < 收到，编号
王阿姨 < 按数字回答吗
王阿姨: /my
王阿姨 !< 按数字回答吗                  # silence is an answer, too
小李: 我妈八十岁了，楼道灯坏了
小李 [取消]
小李 !< 按数字回答吗
Mary: I'm 81 and the corridor light in our staircase is broken
Mary [Confirm]
Mary < answer by digits
