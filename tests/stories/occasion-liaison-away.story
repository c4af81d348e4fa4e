story: the liaison is away: the deputy goes, with the secretary at the side for a conflict; nobody goes alone
pack: demo
at: 2026-11-23 09:00

联络员小林: /away
联络员小林 [7 天]
联络员小林 [没有人]
王阿姨: /care
王阿姨 [我自己家]
王阿姨 [家里有矛盾]
王阿姨 [没有]
王阿姨 [来家里看看]
王阿姨 < 联络员小秦会来看您，最晚 11月25日
联络员小秦 < 请去看望王阿姨
联络员小秦 < 只听，不评理，不劝合也不劝分
联络员小秦 < 同去：书记老何
书记老何 < 同去：联络员小秦
联络员小林 !< 请去看望
