story: who declined to be a representative is not asked again by an old button; who has no duties gets no report
pack: demo
at: 2026-11-23 09:00

书记老何: /appraisal
书记老何 [居民代表]
书记老何 [再请一位]
书记老何: 130 0000 0071
书记老何 [看名单]
大刘 [不了]
书记老何 [不再请：大刘]
书记老何 < 这一步已经过了
书记老何: /appraisal
书记老何 [居民代表]
书记老何 < 大刘（没有答应）
书记老何: /appraisal
书记老何 [定开会的日子]
书记老何 [12月21日]
+10m
Mary: /report
Mary < There is no report
小李: /report
小李 < 您这一年做的事
