story: a birthday is remembered on its day or the working day next to it, and the visitor is reminded of it
pack: demo
at: 2026-02-15 09:00

+26d
联络员小林 < 王阿姨
联络员小林: /people
联络员小林 [王阿姨]
联络员小林 [走访]
联络员小林 < 王阿姨
