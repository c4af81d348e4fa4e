story: five weeks before the Spring Festival its visits are planned, and the secretary hears the plan
pack: demo
at: 2027-01-01 09:00

+1d
书记老何 < 春节走访排好了
书记老何 < 4 户有了日子
书记老何 [每天几户]
书记老何 < 春节走访：
书记老何 < 户
书记老方 < 1 户有了日子
陈主任 !< 春节走访
王阿姨 !< 春节
+3d
书记老何 !< 排好了
