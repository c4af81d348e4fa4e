story: a number that fits two open questions
pack: demo
at: 2026-11-23 09:00

王阿姨: 楼道灯坏了
王阿姨 [确认]
小李@水电队 [我来]
小李 [半小时内]
小李 < 我来不了
小李: 我家电视坏了
小李 < 什么时候方便
小李: 3
小李 < 您是回答哪一个？ [都可以] [我来不了]
小李: 1
小李 < 都可以
小李 !< [我来不了]
小李 [确认]
小李 < 20261123-0002
王阿姨 !< 正在换人                      # he did not give the other task back
