story: two stations claim one person; a list changes nothing for her until she says so
pack: demo
at: 2026-11-23 09:00

书记老方: /roster
书记老方 +file roster-claim.csv
+1m
书记老方 < 新的：1 位
书记老方 < 别的服务站正在联络：1 位
书记老方 < 第 2 行 王阿姨
书记老方 [收下]
+1m
书记老方 < 新加 1 位
书记老方 < 另有 1 位在别的站
王阿姨 < 柳堤
小韩 < 联络员小余
小韩 [不用]

# The list once more asks nobody again.
书记老方: /roster
书记老方 +file roster-claim.csv
+1m
书记老方 < 2 位都没有变动
