story: what was shown is what is taken; a list that was overtaken is shown anew
pack: demo
at: 2026-11-23 09:00

书记老何: /roster
书记老何: 名单在家里
书记老何 < 请把表格文件发过来
书记老何 +photo lamp.png
书记老何 < 这不是表格
书记老何 +file roster-theirs.csv
+1m
书记老何 < 有变动：2 位
联络员小秦 !< 新交给您

# Meanwhile 老郑's card is closed.
联络员小秦: /people
联络员小秦 [老郑]
联络员小秦 [搬走、去世或不再联系]
联络员小秦 [本人不要服务卡了]
联络员小秦 [确定]
书记老何 [收下]
+1m
书记老何 < 这期间有人改过
书记老何 < 有变动：1 位
书记老何 < 卡已停用，不动：1 位
书记老何 [收下]
+1m
书记老何 < 改了 1 位
