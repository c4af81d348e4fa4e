story: a secretary's list is compared, taken over with one tap, and sent again changes nothing
pack: demo
at: 2026-11-23 09:00

书记老何: /roster
书记老何 < 把和顺里社区的名单（Excel 或 CSV）发给我
书记老何 +file roster-new.csv
书记老何 < 正在对
+1m
书记老何 < 新的：2 位
书记老何 < 没变：1 位
书记老何 < 没有用到的列：身份证号
书记老何 < 同意登记吗
联络员小林 !< 名单
书记老何 [收下]
+1m
书记老何 < 收好了：新加 2 位，改了 0 位
联络员小林 < 新交给您 1 位
联络员小秦 < 新交给您 1 位
联络员小林 [看看是谁]
联络员小林 < 您联络
联络员小林 [张桂英]
联络员小林 < 先打电话

# The same list once more.
书记老何: /roster
书记老何 +file roster-new.csv
+1m
书记老何 < 和现在的一样，3 位都没有变动
书记老何 !< 收下
