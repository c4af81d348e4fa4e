story: whoever asks gets a report too; somebody of another community does not; a forged paper is nobody's
pack: demo
at: 2026-11-23 09:00

小李: /report
小李 < 现在没有要交的小结
书记老何: /appraisal
书记老何 [定开会的日子]
书记老何 [12月21日]
+10m
小李 !< 做的事
小李: /report
小李 < 您这一年做的事，12月21日周一 开会
小李 [加一句]
小李: 换了 30 盏灯
小李 [交上去]
赵奶奶: /report
赵奶奶 < 现在没有要交的小结
书记老方: /appraisal
书记老方 < 柳堤社区还没有定开会的日子
书记老方 !< 和顺里
陈主任: /appraisal
陈主任 < 您现在办不了
王阿姨: /appraisal
王阿姨 < 您现在办不了
书记老何: /appraisal
书记老何 [谁交了]
书记老何 < 小李：交了
