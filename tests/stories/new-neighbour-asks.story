story: a new neighbour asks, joins, and her first words are kept
pack: demo
at: 2026-11-23 09:00

?小周: 我家厨房水龙头漏水，楼下都湿了
?小周 < 和顺里社区服务台                # who we are
?小周 < 只记下您怎么称呼                # what is kept and why
?小周 [同意]
?小周 < 怎么称呼您
?小周: 周姐
?小周 [和顺里社区]
?小周 [和顺里小区]
?小周 [4号楼]
?小周 < 加密保存
?小周: 1单元 202
?小周 < 周姐，欢迎您
?小周 < 什么时候方便                    # the form goes on by itself: only what is not known yet is asked
?小周 !< 您说的是哪一件
?小周 [明天]
?小周 < 留个电话
?小周 +contact 13000000077
?小周 < 我家厨房水龙头漏水，楼下都湿了  # not typed again
?小周 < 4号楼 1单元 202
?小周 < 130 0000 0077
?小周 < 11月24日
?小周 [确认]
?小周 < 编号 20261123-0001
水电队 < 和顺里小区4号楼
水电队 !< 1单元
水电队 !< 周姐
水电队 !< 0077
