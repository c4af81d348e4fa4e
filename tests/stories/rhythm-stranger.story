story: a liaison of another station sees and changes no rhythm of somebody else's people
pack: demo
at: 2026-11-23 09:00

联络员小林: /people
联络员小林 [王阿姨]
联络员小林 [多久走访一次]
联络员小林 < 每季度一次
联络员小余: /people
联络员小余 !< 王阿姨
王阿姨: /card
王阿姨 !< 多久走访一次
