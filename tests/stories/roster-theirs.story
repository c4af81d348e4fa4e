story: what people said of themselves counts more than a list
pack: demo
at: 2026-11-23 09:00

书记老何: /roster
书记老何 +file roster-theirs.csv
+1m
书记老何 < 新的：1 位
书记老何 < 有变动：2 位
书记老何 < 第 2 行 李大爷：类别、联络员、副联络员
书记老何 < 第 3 行 老郑：生日
书记老何 < 以本人的为准
书记老何 [收下]
+1m
书记老何 < 收好了：新加 1 位，改了 2 位
联络员小秦 < 新交给您 1 位
联络员小林 < 1 位改由别人联络
李大爷 < 联络员小秦
# Mary said no to visits when somebody asked her: she is not asked again.
Mary !< visit
