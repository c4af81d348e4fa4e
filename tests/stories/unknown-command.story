story: a command that nobody knows, and the words that always work
pack: demo
at: 2026-11-23 09:00

王阿姨: /dance
王阿姨 < 这个命令我不认识
王阿姨: 你好
王阿姨 < 有什么事直接说
王阿姨: 厨房水龙头漏水
王阿姨: 转人工
王阿姨 < 000-5550-0101
王阿姨 [明天]
王阿姨 < 户内水管小修                   # the form has waited
小李@水电队: /dance
水电队 < 求助请私聊我
?路人: /dance
?路人 < 您同意吗
