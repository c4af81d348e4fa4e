story: the one it was asked for leaves; who asked hears it once, and kindly
pack: demo
at: 2026-11-23 09:00

王阿姨: 替邻居李大爷约个上门理发
王阿姨: 13000000002
王阿姨: 和顺里5号楼
王阿姨 [明天上午]
王阿姨 [确认]
李大爷 [同意]
小陈@陪伴队 [我来]
李大爷: /leave
李大爷 [全部]
李大爷 [确定]
小陈 < 不用去了
王阿姨 < 对方说先不用，这件事就不办了
王阿姨 !< 20261123-0001 撤了
