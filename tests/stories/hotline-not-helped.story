story: a wrong answer is admitted: other choices first, then a person, who sees what was asked
pack: demo
at: 2026-11-23 09:00

王阿姨: 低保标准是多少?
王阿姨 < 低保标准是多少
王阿姨 [没帮上]
王阿姨 < 没答到点上
王阿姨 !< [低保标准是多少
王阿姨 [低保怎么申请]
王阿姨 < 户籍所在街道提出
王阿姨: 没帮上                          # said in words, it is the same
王阿姨 < 这个我还答不上来
王阿姨 !< 低保标准是多少
王阿姨 [找人工]
王阿姨 < 000-5550-0101
值班小吴 < 王阿姨
