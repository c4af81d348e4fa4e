story: a number is the house where houses are asked for, and the door where doors are
pack: demo
at: 2026-11-23 09:00

?小周: 楼道灯坏了
?小周: 在吗                             # the consent is asked twice
?小周: 1
?小周: 周姐
?小周 [和顺里社区]
?小周 [和顺里小区]
?小周: 十二
?小周 < 几单元几号
?小周: 1
?小周 [跳过]
?小周 < 12号楼 1
