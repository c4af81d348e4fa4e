story: a talk was left open; its task is over, and new words are a new request
pack: demo
at: 2026-11-23 09:00

王阿姨: 楼道灯坏了
王阿姨 [确认]
小李@水电队 [我来]
王阿姨 [和他说话]
王阿姨: 我在家
小李 < 我在家
小李 [办好了]
小李 [跳过]
王阿姨 [解决了]
王阿姨 [★★★★★]
王阿姨 [跳过]
王阿姨: 路灯不亮
王阿姨 < 公共设施
王阿姨 [确认]
王阿姨 < 收到，编号 20261123-0002
