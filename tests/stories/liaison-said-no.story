story: whoever said no to a service card is not asked again, and may still wish for a liaison
pack: demo
at: 2026-11-23 09:00

联络员小林: /people
联络员小林 [加一位]
联络员小林 +contact 13000000011
联络员小林 [小李]
联络员小林 [不是]
小李 < 想请您收一张和顺里社区的服务卡
小李 [不]
联络员小林: /people
联络员小林 [加一位]
联络员小林: 13000000011
联络员小林 [小李]
联络员小林 [不是]
联络员小林 < 说过先不用服务卡
小李: 我想要联络员
小李 < 已经告诉书记
