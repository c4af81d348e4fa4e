story: what was withdrawn before anybody answered bars nobody: the same neighbours are asked once more
pack: demo
at: 2026-11-23 09:00

王阿姨: 帮我取个快递
王阿姨 [都可以]
王阿姨 [确认]
大刘 < 这件事您方便吗
陈主任: /open
陈主任 [0001]
陈主任 [指派]
陈主任 [邻里互助队]
陈主任 [发]
大刘 < 已另作安排
大刘 < 这件事您方便吗
