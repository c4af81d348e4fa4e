story: whoever takes over a worried visit is heard of; after a move and a death the old buttons do nothing any more
pack: demo
at: 2026-11-23 09:00

联络员小林: /people
联络员小林 [李大爷]
联络员小林 [走访]
联络员小林 [约一次走访]
联络员小林: 今天
联络员小林 [看这次走访]
联络员小林 [没人在家]
+2d
联络员小林 [李大爷]
联络员小林 [没人在家]
联络员小林 [去看看]
联络员小林 < 今天由您去看看
联络员小秦 [去看看]                              # both want to go: the first hears it
联络员小林 < 今天由 联络员小秦 去看：李大爷
联络员小林: /people
联络员小林 [李大爷]
联络员小林 [搬走、去世]
联络员小林 [搬到]
联络员小林 [柳堤]
书记老方 < 李大爷
联络员小林 [打电话]                              # he looks after them no more
联络员小林 < 您现在办不了
联络员小林 !< 130 0000 0002
