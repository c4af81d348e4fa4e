story: what nobody has an answer to is admitted, noted, and never guessed
pack: demo
at: 2026-11-23 09:00

王阿姨: asdf qwer zxcv
王阿姨 < 这个我还答不上来
王阿姨 !< 您说的是哪一件
王阿姨 < [找人工] [按目录找]
王阿姨 [有答案告诉我]
王阿姨 < 告诉您
王阿姨 [按目录找]
王阿姨 < 是哪方面的事
