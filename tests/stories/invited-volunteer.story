story: a coordinator invites a volunteer; the link works once
pack: demo
at: 2026-11-23 09:00

陈主任: /invite
陈主任 [志愿者]
陈主任 [水电队]
陈主任 < 只能用一次
?小王: /start {link}
?小王 < 请您做水电队的志愿者
?小王 [接受]
?小王 < 您现在是水电队的志愿者
陈主任 < 小王接受了邀请
?小马: /start {link}
?小马 < 已经用过了
王阿姨: 楼道灯坏了
王阿姨 [确认]
?小马@水电队 [我来]
?小马 !< 502
?小王@水电队 [我来]
?小王 < 2单元 502
王阿姨 < 小王（水电队）接了
小李: /invite
小李 < 您现在办不了
