story: a list gives nobody of another community a card, and tells nothing of them
pack: demo
at: 2026-11-23 09:00

书记老方: /roster
书记老方 +file roster-stranger.csv
+1m
书记老方 < 第 2 行 李建国：住在别的社区
书记老方 < 第 3 行 刘阿姨：住在别的社区
书记老方 !< 小李
书记老方 !< 收下
小李: /card
小李 !< 联络员小余
大刘 !< 联络员
