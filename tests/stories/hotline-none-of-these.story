story: none of these: a person on duty gets the words, by button or said
pack: demo
at: 2026-11-23 09:00

王阿姨: 补贴
王阿姨 < 您说的是哪一件
王阿姨 [都不是，找人工]
王阿姨 < 000-5550-0101
值班小吴 < 补贴
李大爷: 大字
李大爷 [不用]
李大爷: 补贴
李大爷 < [都不是，找人工]
李大爷: 都不是
李大爷 < 000-5550-0101
