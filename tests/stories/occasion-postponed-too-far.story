story: what was agreed has its limit: another day is near, and beyond the limit the secretary hears it and she may say no
pack: demo
at: 2026-11-27 09:00

王阿姨: /care
王阿姨 [我自己家]
王阿姨 [家有丧事]
王阿姨 [来家里看看]
王阿姨 < 最晚 11月28日
联络员小林 [看探访卡]
联络员小林 [没人在家]
联络员小林 < 11月28日
书记老何 < 过了答应的时限
王阿姨 < 改到 11月28日
联络员小林 [换一天]
联络员小林: 12月7号
联络员小林 < 3 天以内
联络员小林 [11月30日]
联络员小林 [跳过]
联络员小林 < 改好了
书记老何 < 过了答应的时限
王阿姨 < 改到 11月30日
王阿姨 [不用来了]
联络员小林 < 不用去王阿姨那儿了
