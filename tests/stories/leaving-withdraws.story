story: whoever leaves takes open requests along, and those who were to go hear it
pack: demo
at: 2026-11-23 09:00

王阿姨: 楼道灯坏了
王阿姨 [确认]
王阿姨: 厨房水龙头漏水
王阿姨 [今天]
王阿姨 [确认]
小李@水电队 [我来]
王阿姨: /link
?平板/web: 你好
?平板/web [同意]
?平板/web: 平板
?平板/web [跳过]
?平板/web: /link {code}
?平板/web [是我]
王阿姨 [是我]
王阿姨: /leave
王阿姨 [全部退出]
王阿姨 < 没办完的求助也会撤回
王阿姨 [确定退出]
小李 < 居民撤回了
王阿姨 < 都删了
?平板 < 都删了                          # the other channel hears it, too
水电队 < 已另作安排
陈主任: /open
陈主任 < 没有待办的事
小李: /tasks
小李 < 您手上没有任务
