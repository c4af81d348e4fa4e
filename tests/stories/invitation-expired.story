story: an invitation lasts a week, and can be declined
pack: demo
at: 2026-11-23 09:00

队长老周: /invite
队长老周 !< 协调员
队长老周 [志愿者]
队长老周 [水电队]
?小王: /start {link}
?小王 [先不了]
?小王 < 没关系
+6d
?小王: /start {link}
?小王 < 愿意吗
+1d1s
?小王 [接受]
?小王 < 过期了
?小王: /start inv_nonsense
?小王 < 这个邀请不对
