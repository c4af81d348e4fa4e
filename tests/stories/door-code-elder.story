story: for somebody old the door code is said in few words, and checked by digits
pack: demo
at: 2026-11-23 09:00

王阿姨: 大字
王阿姨 [好]
王阿姨: 楼道灯坏了
王阿姨: 1                               # the card: confirm
小李@水电队 [我来]
王阿姨 < 来人报个数，发给我核对再开门
王阿姨 !< 志愿者证号
王阿姨: 1                               # check the code
王阿姨: {half}
王阿姨 < 对上了，是 小李
