story: a neighbour asks for another: the offer goes to the one it is about, after their yes, and to nobody else
pack: demo
at: 2026-11-23 09:00

王阿姨: 帮邻居李大爷申请医疗救助
王阿姨: 13000000002
王阿姨: 和顺里5号楼1单元101
王阿姨 [确认]
王阿姨 < 正在问李大爷的意思
王阿姨 !< 看看
李大爷 < 王阿姨 想替您办
李大爷 !< 需要我们来看看吗
李大爷 [同意]
李大爷 < 需要我们来看看吗
王阿姨 !< 看看
李大爷 [先打电话]
李大爷 < 联络员小林先给您打电话，最晚 11月26日
王阿姨 !< 小林
