story: before 重阳 those over 80 and those who live alone are visited; a member of sixty is not
pack: demo
at: 2026-10-10 09:00

+1h
书记老何 < 重阳走访排好了
书记老何 < 1 户
书记老方 < 1 户
联络员小余: /mydata
+7d
联络员小余 < 赵奶奶
