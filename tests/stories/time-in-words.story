story: a time as people say it; what has passed is asked again, and each reads the day in their own language
pack: demo
at: 2026-11-23 09:00

王阿姨: 厨房水龙头漏水
王阿姨 < [今天下午] [明天上午] [都可以]
王阿姨: 11月20号上午
王阿姨 < 这个时间已经过了
王阿姨: 周三上午九点，我儿子在家
王阿姨 < 11月25日 周三 09:00
王阿姨 < 我儿子在家
王阿姨 [修改]
王阿姨 [时间]
王阿姨: 后天下午3点到5点
王阿姨 < 11月25日 周三 15:00–17:00
王阿姨 !< 我儿子在家
王阿姨 [确认]
水电队 < 11月25日 周三 15:00–17:00
Mary: I need a plumber, my kitchen tap is leaking
Mary: Thursday after 3 pm
Mary < Thu 26 Nov 15:00–21:00
Mary [Change]
Mary [Time]
Mary [Any time]
Mary < any time
Mary [Change]
Mary [Time]
Mary: friday morning
Mary < Fri 27 Nov, morning
Mary [Confirm]
水电队 < 11月27日 周五 上午
