story: a no on an old question does not undo the consent without a word
pack: demo
at: 2026-11-23 09:00

?小周: 你好
?小周: 有人吗
?小周 [同意]
?小周: 周姐
?小周 [跳过]
?小周 [不同意]
?小周 < 确定吗
?小周 [再想想]
?小周 < 您还在
?小周: 楼道灯坏了
?小周 < 在什么地方
?小周 !< 没有记
