story: whoever presses too late, or from another team, hears it politely
pack: demo
at: 2026-11-23 09:00

王阿姨: 楼道灯坏了
王阿姨 [确认]
小陈@水电队 [我来]
小陈 < 您现在办不了                     # of the companions' team
王阿姨@水电队 [我来]
王阿姨 < 您现在办不了
小陈 !< 502
小李@水电队 [我来]
小李 [我来不了]
水电队 < 新任务
队长老周@水电队 [我来]
队长老周 < 2单元 502
小李 !< 已经有人接了
