story: somebody wants no visits: nothing else changes, nobody is told, and a change of mind is one tap
pack: demo
at: 2026-11-23 09:00

联络员小林: /people
联络员小林 [王阿姨]
联络员小林 < 可以来
王阿姨: /card
王阿姨 [更多]
王阿姨 [要不要来看我]
王阿姨 [不用]
王阿姨 < 不会来打扰您
联络员小林 !< 不用
书记老何 !< 王阿姨
联络员小林: /people
联络员小林 [王阿姨]
联络员小林 < 不用来，请别打扰
书记老何: /people
书记老何 [全部]
书记老何 [王阿姨]
书记老何 [指定联络员]
书记老何 [联络员小秦]
王阿姨 !< 您的联络员现在是
王阿姨: 楼道灯坏了
王阿姨 [确认]
水电队 < 新任务
