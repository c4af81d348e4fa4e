story: an answer that is to be looked at every half year is called old after half a year, one that holds a year is not
pack: demo
at: 2027-04-05 10:30

王阿姨: 低保标准是多少
王阿姨 < 核对：2026-10-12，街道一门式受理大厅
王阿姨 !< 这条资料较旧
+10d
王阿姨: 低保标准是多少
王阿姨 < 这条资料较旧，去之前请先打电话问一下
李大爷: 能借轮椅吗
李大爷 < 核对：2026-05-18，值班小吴
李大爷 !< 这条资料较旧
