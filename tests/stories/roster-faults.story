story: a list with faults changes nothing, and each fault is named by line and column
pack: demo
at: 2026-11-23 09:00

书记老何: /roster
书记老何 +file roster-faults.csv
+1m
书记老何 < 现在什么都没动
书记老何 < 第 3 行，电话：不是能打通的号码
书记老何 < 第 3 行，生日：没有1966-02-30
书记老何 < 第 4 行，姓名：没有写
书记老何 < 第 5 行，电话：号码被表格软件改成了科学计数
书记老何 < 第 5 行，党员：请写「是」或「否」
书记老何 < 第 5 行，类别：只认独居、80岁以上、残疾、困难
书记老何 < 第 5 行，生日：看不懂
书记老何 < 第 6 行，生日：没有农历1949年二月三十
书记老何 < 第 7 行，姓名：和第 2 行是同一个人
书记老何 !< 爱唠叨
书记老何 !< 收下
联络员小林 !< 新交给您

# Mended, it is taken.
书记老何: /roster
书记老何 +file roster-new.csv
+1m
书记老何 < 新的：2 位
书记老何 [先不用]
书记老何 < 名单没有动
书记老何: /people
书记老何 !< 张桂英
