story: somebody has died: who holds their request does not go to the door, and they represent nobody any more
pack: demo
at: 2026-11-23 09:00

书记老何: /appraisal
书记老何 [居民代表]
书记老何 [再请一位]
书记老何: 130 0000 0002
李大爷 [愿意]
李大爷: 楼道灯坏了
李大爷 [确认]
小李@水电队 [我来]
联络员小林: /people
联络员小林 [李大爷]
联络员小林 [搬走、去世]
联络员小林 [去世了]
联络员小林 [确定]
小李 < 请先别上门
陈主任 < 请看看还要不要办
书记老何: /appraisal
书记老何 [居民代表（0 位）]
书记老何 !< · 李大爷
