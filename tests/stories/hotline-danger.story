story: danger comes first, also while the hotline's choices wait; they go on working afterwards
pack: demo
at: 2026-11-23 09:00

王阿姨: 补贴
王阿姨 < 您说的是哪一件
王阿姨: 着火了！3号楼着火了！
王阿姨 < 119
陈主任 < 紧急
王阿姨 [都不是，找人工]
王阿姨 < 000-5550-0101
