story: who comes says the first half; wrong is told at once, right is answered with the other half
pack: demo
at: 2026-11-23 09:00

王阿姨: 楼道灯坏了
王阿姨 [确认]
小李@水电队 [我来]
小李 < 进门暗号，您先报
王阿姨 < 把他报的数发给我核对
王阿姨 [核对暗号]
王阿姨 < 来的人报的数是多少
王阿姨: 不知道
王阿姨 < 把他报的数字发给我就行
王阿姨: 12
王阿姨 < 对不上，先别开门
王阿姨 [再核对一次]
王阿姨: {half}
王阿姨 < 对上了，是 小李。您的后半是
