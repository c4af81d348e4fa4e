story: a day after the promised time the code no longer holds
pack: demo
at: 2026-11-23 09:00

王阿姨: 楼道灯坏了
王阿姨 [确认]
小李@水电队 [我来]
小李 [联系上了]
小李 [今天下午]
+1d10h
王阿姨 [核对暗号]
王阿姨 < 暗号已经过期
小李 [我来不了]
王阿姨 < 正在换人
王阿姨: /my
王阿姨 [路灯楼道灯]
王阿姨 < 等人接
