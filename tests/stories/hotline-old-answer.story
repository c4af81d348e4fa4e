story: an answer past its review date says that it is old
pack: demo
at: 2026-11-23 09:00

李大爷: 大字
李大爷 [好]
李大爷: 居民医保怎么缴费?
李大爷 < 核对：2026-03-02，陈主任
李大爷 < 较旧，去之前请先打电话
李大爷 < 回复数字就行
李大爷: 3                               # 3: it helped
李大爷 < 太好了
