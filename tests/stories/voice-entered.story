story: what an old neighbour said by voice is entered as a request by the desk
pack: demo
at: 2026-11-23 09:00

值班小吴: /shift
值班小吴 [值班 4 小时]
李大爷: /elder
李大爷 [好]
李大爷 +voice words.ogg
值班小吴 < 李大爷发来一段语音
值班小吴 [接待下一位]
值班小吴 [更多]
值班小吴 [记成诉求]
值班小吴: 厨房水龙头漏水
值班小吴 [户内水管]
值班小吴 < 李大爷
值班小吴 [登记]
李大爷 < 帮您登记好了，编号
水电队 < 新任务
