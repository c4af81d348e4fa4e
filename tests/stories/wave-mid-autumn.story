story: before Mid-Autumn those in need are visited, and no member who needs nothing
pack: demo
at: 2026-08-21 09:00

+1h
书记老何 < 中秋走访排好了：1 户有了日子，在9月18日 周五到9月24日 周四之间
书记老何 [每天几户]
书记老何 < ：1 户
书记老方 < 中秋走访排好了：1 户有了日子
