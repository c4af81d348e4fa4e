story: after an emergency the question comes a day later; after a false alarm it does not come
pack: demo
at: 2026-11-23 10:00

李大爷: 胸口疼得厉害，喘不上气
李大爷 < 120
李大爷 !< 看看
值班小吴 [我来处理]
+23h
李大爷 !< 需要我们来看看吗
+2h
李大爷 < 需要我们来看看吗
李大爷 [先打电话]
李大爷 < 联络员小林先给您打电话
联络员小林 < 请给李大爷（和顺里小区5号楼）打个电话
联络员小林 < 只打电话，不上门
王阿姨: 我妈突然昏迷了
王阿姨 < 120
王阿姨 [不是紧急]
+26h
王阿姨 !< 需要我们来看看吗
