story: words that may mean danger get one question, the number in it
pack: demo
at: 2026-11-23 09:00

李大爷: 昨天摔了一跤
李大爷 < 有危险先打 120
值班小吴 !< 摔
李大爷 [没有危险]
值班小吴 !< 紧急
赵奶奶: 昨天摔了一跤
赵奶奶 [是，有危险]
赵奶奶 < 请马上打 120
柳堤值班小夏 < 昨天摔了一跤
彭主任 < 紧急！
陈主任 !< 摔                            # another community's
