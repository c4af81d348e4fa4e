story: whoever gives up a role no longer brings others in with an old link
pack: demo
at: 2026-11-23 09:00

队长老周: /invite
队长老周 [志愿者]
队长老周 [水电队]
队长老周 < 只能用一次
?小王: /start {link}
?小王 < 请您做水电队的志愿者
队长老周: /leave
队长老周 [不做队长了]
队长老周 < 已经退出
?小王 [接受]
?小王 < 过期了
