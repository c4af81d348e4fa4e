story: a wish for another liaison is told once, until it is settled or a week has gone by; no history tells of it
pack: demo
at: 2026-11-23 09:00

王阿姨: /card
王阿姨 [更多]
王阿姨 [换]
书记老何 < 王阿姨（和顺里小区3号楼）想换一位联络员
王阿姨: /card
王阿姨 [更多]
王阿姨 [换]
王阿姨 < 已经告诉书记了
联络员小林: /people
联络员小林 [王阿姨]
联络员小林 [经过]
联络员小林 !< 想换
+8d
王阿姨: /card
王阿姨 [更多]
王阿姨 [换]
书记老何 < 想换一位联络员
书记老何 [指定联络员]
书记老何 [联络员小秦]
王阿姨: /card
王阿姨 [更多]
王阿姨 [换]
书记老何 < 现在是 联络员小秦
Mary: /card
Mary [liaison]
Mary: /card
Mary [More]
Mary [Another liaison]
Mary < The secretary knows already
