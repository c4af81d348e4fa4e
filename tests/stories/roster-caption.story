story: a workbook with the command as its caption is a list, too
pack: demo
at: 2026-11-23 09:00

书记老何 +file roster.xlsx /roster
书记老何 < 正在对
+1m
书记老何 < 新的：2 位
书记老何 [收下]
+1m
书记老何 < 收好了：新加 2 位
联络员小秦 < 新交给您 1 位
