story: the phone and the place that are written after an alarm reach the people on duty
pack: demo
at: 2026-11-23 09:00

?新邻居: 你好
?新邻居 [同意]
?新邻居: 老吴
?新邻居 [跳过]
?新邻居: 家里着火了
?新邻居 < 119
?新邻居: 13000000077
陈主任 < 13000000077
?新邻居: 我在和顺里小区3号楼2单元501
陈主任 < 3号楼2单元501
