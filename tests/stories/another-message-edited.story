story: only the words themselves are replaced when a message is edited
pack: demo
at: 2026-11-23 09:00

王阿姨: 厨房水龙头漏水
王阿姨 < 什么时候方便
王阿姨: 周三上午
王阿姨 < 情况：厨房水龙头漏水
王阿姨 +edit 周四上午
王阿姨 < 再跟我说一遍
王阿姨 [确认]
水电队 < 情况：厨房水龙头漏水
