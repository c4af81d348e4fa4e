story: somebody is away for a while and says so; visits stop, their liaison hears it, and they begin again by themselves
pack: demo
at: 2026-11-23 09:00

王阿姨: /card
王阿姨 [更多]
王阿姨 [出门一阵子]
王阿姨 < 走访暂停多久
王阿姨: 12月20号回来
王阿姨 < 以前不来打扰您
联络员小林 < 王阿姨 要出门一阵子
+28d
联络员小林 < 王阿姨 的走访恢复了
