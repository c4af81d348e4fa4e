story: a member leaves the service: the card is closed, and what was planned ends
pack: demo
at: 2026-11-23 09:00

王阿姨: /leave
王阿姨 [全部退出]
王阿姨 [确定退出]
联络员小林 < 和顺里小区3号楼有一位居民退出了服务
书记老何 < 和顺里小区3号楼有一位居民退出了服务
联络员小林: /people
联络员小林 !< 王阿姨 ·
联络员小林 < 您联络 2 人
