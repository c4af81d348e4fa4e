story: the desk hears of it in a talk: one tap, and the question goes to the resident alone
pack: demo
at: 2026-11-23 09:00

值班小吴: /duty
值班小吴 [值班 4 小时]
王阿姨: 人工
值班小吴 [接待下一位]
王阿姨: 我老伴住院了，这几天心里乱
值班小吴 [更多]
值班小吴 [看望]
值班小吴 < 王阿姨那边是哪一种情况
值班小吴 [生病住院]
值班小吴 < 来不来由本人定
王阿姨 < 需要我们来看看吗
王阿姨 [可以]
王阿姨 < 联络员小林会来看您
值班小吴 !< 小林
联络员小林 < 同去：联络员小秦
