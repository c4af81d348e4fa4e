story: words that are edited reach whoever needs them
pack: demo
at: 2026-11-23 09:00

王阿姨: 楼道灯坏了，一楼
王阿姨 +edit 楼道灯坏了，二楼
王阿姨 < 情况：楼道灯坏了，二楼
王阿姨 !< 一楼
王阿姨 [确认]
小李@水电队 [我来]
小李 < 二楼
王阿姨 +edit 楼道灯坏了，是三楼
王阿姨 < 补进 20261123-0001
小李 < 居民改了说法：楼道灯坏了，是三楼
