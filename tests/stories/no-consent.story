story: a passer-by does not agree; the numbers are given all the same, and nobody asks again
pack: demo
at: 2026-11-23 09:00

?路人: 你们是干什么的
?路人 < 您同意吗
?路人 [不同意]
?路人 < 什么都不记
?路人 < 110、119、120
?路人 < 000-5550-0101
?路人: 我家灯不亮
?路人 !< 您同意吗
?路人 < 000-5550-0101
?路人: /my
?路人 !< 您最近的事
?路人: 转人工
?路人 < 每天 8:30-20:00
?路人 [我愿意了]
?路人 < 怎么称呼您
