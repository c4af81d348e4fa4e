story: joining by digits: a house has the number that stands on it
pack: demo
at: 2026-11-23 09:00

?老伯: 你好
?老伯 [同意]
?老伯 < 怎么称呼您
?老伯: 大字
?老伯 [好]
?老伯 < 怎么称呼您                      # the question that was open is asked anew
?老伯: 周伯
?老伯 < 1. 
?老伯: 1
?老伯 < 哪个小区
?老伯: 1
?老伯 < 打楼号就行
?老伯: 5
?老伯 < 几单元几号
?老伯: 0                                # a 0 is a person, everywhere
?老伯 < 服务台电话
?老伯: 不等了
?老伯 < 几单元几号                      # the form has waited
?老伯: 1单元 101
?老伯 < 欢迎您
?老伯: 楼道灯坏了
?老伯 < 留个电话
?老伯: 1
?老伯 < 5号楼 1单元 101
