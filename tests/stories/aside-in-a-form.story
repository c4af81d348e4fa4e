story: in the middle of asking, a question is answered and is no part of the request; a no opens what to change
pack: demo
at: 2026-11-23 09:00

王阿姨: 厨房水龙头漏水
王阿姨 < 什么时候方便
王阿姨: 图书室几点开放、怎么借书？
王阿姨 < 图书室
王阿姨 < 什么时候方便                   # the form waits
王阿姨: 没帮上                          # no time
王阿姨 < 打几个字就行
王阿姨: 明天下午
王阿姨 < 对吗
王阿姨 !< 图书室
王阿姨: 低保怎么申请？
王阿姨 < 户籍所在街道提出
王阿姨 < 对吗
王阿姨: 不对
王阿姨 < 改哪一项
王阿姨 [时间]
王阿姨: 周三上午
王阿姨 !< 低保
王阿姨: 都不是
王阿姨 !< 补上了
王阿姨 < 改哪一项
王阿姨: 好的
王阿姨 < 收到
