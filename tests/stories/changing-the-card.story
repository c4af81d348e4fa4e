story: what stands on the card can be changed before it is sent off
pack: demo
at: 2026-11-23 09:00

王阿姨: 厨房水龙头漏水
王阿姨 [今天]
王阿姨 < 11月23日
王阿姨 [修改]
王阿姨 < 改哪一项
王阿姨 [时间]
王阿姨 !< 上一步                        # the way back ends at the card
王阿姨: 周末上午
王阿姨 < 周末上午
王阿姨 [修改]
王阿姨 [电话]
王阿姨: 13000000066
王阿姨 < 130 0000 0066
王阿姨 [修改]
王阿姨 [事项]
王阿姨 [水电气热报修]
王阿姨 [停水]
王阿姨 < 停水
王阿姨 < 周末上午
