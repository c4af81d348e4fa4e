story: a liaison is away without a cover: each deputy hears of their own people alone, the rest the secretary
pack: demo
at: 2026-11-23 09:00

书记老何: /people
书记老何 [全部]
书记老何 [李大爷]
书记老何 [指定副手]
书记老何 [不要副手]
联络员小林: /people
联络员小林 [李大爷]
联络员小林 [走访]
联络员小林 [约一次走访]
联络员小林: 11月26号
联络员小林: /people
联络员小林 [王阿姨]
联络员小林 [走访]
联络员小林 [约一次走访]
联络员小林: 11月26号
联络员小林: /away
联络员小林 [7 天]
联络员小林 [没有人]
联络员小秦: /people
+3d
联络员小秦 < 您代 联络员小林 走访
联络员小秦 < 王阿姨
联络员小秦 !< 李大爷
书记老何 < 这几户还没有人去
书记老何 < 李大爷
