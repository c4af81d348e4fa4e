story: at the door she says that nobody need come: one tap, nothing more is asked, and nothing more is planned
pack: demo
at: 2026-11-23 09:00

联络员小林: /people
联络员小林 [王阿姨]
联络员小林 [走访]
联络员小林 [约一次走访]
联络员小林: 今天
联络员小林 [看这次走访]
联络员小林 [不用再来]
联络员小林 < 记下了，不再安排去看 王阿姨
联络员小林 !< 为什么
王阿姨 !< 走访                                   # silent towards her
王阿姨 !< 不用
书记老何 !< 王阿姨
联络员小林: /people
联络员小林 [王阿姨]
联络员小林 [走访]
联络员小林 < 本人不用
联络员小林 [约一次走访]
联络员小林 < 王阿姨 说过不用来看，就不约了
联络员小林: /mydata
+35d
联络员小林 !< 王阿姨
书记老何 !< 王阿姨
王阿姨: 楼道灯坏了，三楼                          # every other service is as before
王阿姨 < 公共设施
