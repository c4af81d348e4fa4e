story: what an old neighbour said by voice is entered as a request by the desk
pack: demo
at: 2026-11-23 09:00

李大爷: /elder
李大爷 [好]
李大爷 +voice words.ogg
值班小吴 < 李大爷发来一段语音
值班小吴 [替他登记]
值班小吴: 厨房水龙头漏水
值班小吴 [户内水管]
值班小吴 < 李大爷
值班小吴 [登记]
李大爷 < 收到，编号
水电队 < 新任务
值班小吴 [回话]                         # the buttons of the voice are still there
值班小吴: 李大爷，给您登记了
李大爷 < 值班小吴回您：李大爷，给您登记了
