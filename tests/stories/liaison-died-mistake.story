story: a death noted by mistake is put right by the secretary's tap, with whoever looked after them
pack: demo
at: 2026-11-23 09:00

联络员小林: /people
联络员小林 [李大爷]
联络员小林 [搬走、去世]
联络员小林 [去世了]
联络员小林 [确定]
书记老何 [弄错了，重新打开]
书记老何 < 重新打开了
联络员小林 < 李大爷
联络员小林: /people
联络员小林 [李大爷]
联络员小林 < 联络员：联络员小林
李大爷: 楼道灯坏了
李大爷 [确认]
