story: who wishes no visits gets none, no rhythm begins, and nobody can begin one for them
pack: demo
at: 2026-11-23 09:00

王阿姨: /card
王阿姨 [更多]
王阿姨 [要不要来看我]
王阿姨 [不用]
王阿姨 < 不会来打扰您
联络员小林: /people
联络员小林 [王阿姨]
联络员小林 [多久走访一次]
联络员小林 < 现在没有定期走访
联络员小林 [开始定期走访]
联络员小林 < 本人说过不用来
