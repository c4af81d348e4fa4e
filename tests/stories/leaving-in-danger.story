story: whoever leaves while a fire is on is told what is kept until it is out
pack: demo
at: 2026-11-23 09:00

王阿姨: 着火了
王阿姨 < 119
王阿姨: /leave
王阿姨 [全部退出]
王阿姨 [确定退出]
王阿姨 < 只有 20261123-0001 还没解除危险
陈主任 !< 居民撤回了
