story: who asked and who was helped are both asked; the first answer counts, and the other sees it
pack: demo
at: 2026-11-23 09:00

王阿姨: 帮邻居李大爷约个上门理发，明天上午
王阿姨: 13000000002
王阿姨: 和顺里5号楼1单元101
王阿姨 [确认]
李大爷 [同意]
小陈@陪伴队 [我来]
小陈 [办好了]
小陈: 理好了
王阿姨 < 解决了吗
李大爷 < 解决了吗
李大爷 [部分解决]
王阿姨 < 已有人答复：部分解决
李大爷: 4
李大爷: 鬓角没剪
陈主任 < 居民补充：鬓角没剪
小陈 !< 鬓角没剪
王阿姨: /my
王阿姨 !< 几颗星
