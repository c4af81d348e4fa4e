story: a greeting from before the consent is no request
pack: demo
at: 2026-11-23 09:00

?小周: 你好
?小周 [同意]
?小周: 周姐
?小周 [跳过]
?小周 < 周姐，欢迎您
?小周 < 有什么事直接说
?小周 !< 是哪方面的事
