story: of two residents the other one has spoken last: a tap says for whom the words are, and the talk goes on there
pack: demo
at: 2026-11-23 09:30

值班小吴: /shift
值班小吴 [值班 4 小时]
王阿姨: 转人工
李大爷: 转人工
值班小吴 [接待下一位]
值班小吴: 王阿姨您好
王阿姨 < 王阿姨您好
值班小吴: /queue
值班小吴 [接待下一位]
值班小吴: 李大爷您好
李大爷 < 李大爷您好
王阿姨: 老年卡在哪里办
值班小吴 < 老年卡在哪里办
值班小吴: 在服务站二楼
李大爷 !< 二楼
王阿姨 !< 二楼
值班小吴 < 刚才说话的是王阿姨。这句发给谁
值班小吴 [发给王阿姨]
王阿姨 < 二楼
李大爷 !< 二楼
值班小吴 < 您写的话会转给王阿姨
值班小吴: 带上身份证
王阿姨 < 带上身份证
李大爷: 我想问停车证
值班小吴: /queue
值班小吴 [接着和李大爷说]
值班小吴: 停车证去物业办                    # opened on purpose: nothing is asked
李大爷 < 停车证去物业办
