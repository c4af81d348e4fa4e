story: a request tells of hardship: one question after it; the no is silent, and nobody is asked about it again
pack: demo
at: 2026-11-23 09:00

王阿姨: 老板欠我三个月工资不给，帮我讨薪
王阿姨 [确认]
王阿姨 [同意]
王阿姨 < 编号 20261123-0001
王阿姨 < 需要我们来看看吗？来不来都由您
王阿姨 !< 生活困难
王阿姨 [不用]
王阿姨 < 好的，不打扰您
联络员小林 !< 王阿姨
书记老何 !< 王阿姨
王阿姨: /my
王阿姨 < 20261123-0001                           # the request goes its way
+1d
大刘: /care
大刘 [邻居或别人]
大刘: 王阿姨
大刘 [和我同一栋]
大刘 [跳过]
大刘 [生活困难]
大刘 < 谢谢您告诉我们
王阿姨 !< 需要我们来看看吗
大刘 [弄错了]
大刘 < 知道了，谢谢您说一声
+3d
联络员小林 !< 没有回复
