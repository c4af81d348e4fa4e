story: what asks for nothing gets a friendly line and the menu, and never a guess
pack: demo
at: 2026-11-23 09:00

王阿姨: 你好
王阿姨 < 有什么事直接说
王阿姨: 谢谢你啊
王阿姨 < 不客气
王阿姨: 再见
王阿姨 < 有事随时找我
王阿姨: 😀😀
王阿姨 < 打几个字说说是什么事
王阿姨: ？？？！！！
王阿姨 < 打几个字说说是什么事
王阿姨: 13000000009
王阿姨 < 看到一个号码
王阿姨 < [我要求助] [问一问]
王阿姨 !< 您说的是哪一件
陈主任 !< 王阿姨
