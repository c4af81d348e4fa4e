story: what was deleted cannot be reopened: nobody is sent who would not know where to
pack: demo
at: 2026-11-23 09:00

王阿姨: 楼道灯坏了
王阿姨 [确认]
小李@水电队 [我来]
小李 [办好了]
小李 [跳过]
王阿姨 [解决了]
王阿姨 [★★★★★]
王阿姨 [跳过]
王阿姨: /mydata
王阿姨 [撤回或删除]
王阿姨 [删一件办完的事]
王阿姨 [0001]
王阿姨 [确定删]
王阿姨 [还是没解决]
王阿姨 < 内容已经删了，没法接着办
水电队 !< 新任务
