story: a leader brings the bot into another group of the team, and takes it out again
pack: demo
at: 2026-11-23 09:00

队长老周: /invite
队长老周 [队伍的群]
队长老周 [水电队]
队长老周: /start {link}
队长老周 < 这是给群用的邀请
队长老周@?夜班群: 有人吗
?夜班群 < 还没有绑定队伍
队长老周@?夜班群: /start {link}
?夜班群 < 本群现在是水电队的群
王阿姨: 楼道灯坏了
王阿姨 [确认]
?夜班群 < 新任务
小李@?夜班群 [我来]
水电队 < 小李 接了
?夜班群 < 小李 接了
小李@?夜班群: /leave
?夜班群 < 您现在办不了
队长老周@?夜班群: /leave
?夜班群 < 不再接收水电队的任务
