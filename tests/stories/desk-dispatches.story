story: the desk accepts, dispatches to a team and answers; to send a person, to reject or extend is not the desk's
pack: demo
at: 2026-11-23 09:00

王阿姨: 居民医保怎么缴费
王阿姨 [办这件事]
王阿姨 [确认]
值班小吴: /open
值班小吴 [{number}]
值班小吴 [指派]
值班小吴 [水电队]
值班小吴 < 发到群里
值班小吴 !< 小李
值班小吴: /open
值班小吴 [{number}]
值班小吴 [更多]
值班小吴 !< 不予受理
值班小吴 [直接答复]
值班小吴: 微信里搜“医保缴费”，按提示交就行
值班小吴 < 已了结
王阿姨 < 答复：微信里搜
值班小吴: /open
值班小吴 < 没有待办的事
