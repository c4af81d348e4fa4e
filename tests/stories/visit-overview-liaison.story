story: a liaison sees what is before them, opens it, and a colleague sees their own alone
pack: demo
at: 2026-11-23 09:00

+1h
联络员小林: /visits
联络员小林 < 您的走访：今天
联络员小林 < 七天内
联络员小林 [七天内]
联络员小林 < 点开看
联络员小林 < 和顺里小区                           # the building, and no door
联络员小林 !< 单元
联络员小林 !< 生日                                # and never why
联络员小林 [和顺里小区]                           # opens the visit itself
联络员小林 < 办好了
联络员小林: /visits
联络员小林 [更多]
联络员小林 < 打印月表
联络员小林 < 日历订阅
联络员小林 [我的人]
联络员小林 < 王阿姨
联络员小秦: /visits
联络员小秦 !< 王阿姨
联络员小秦 !< 李大爷
王阿姨: /visits
王阿姨 < 办不了
