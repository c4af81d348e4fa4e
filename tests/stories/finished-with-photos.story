story: finished with photos and a word; the resident sees both
pack: demo
at: 2026-11-23 09:00

王阿姨: 楼道灯坏了
王阿姨 [确认]
小李@水电队 [我来]
小李 [办好了]
小李 +photo stairs.png
小李 < 收到 1 张
小李 +photo lamp.png
小李 < 收到 2 张
小李: 换了灯泡和开关
小李 < 辛苦了
王阿姨 < 办好后的照片
王阿姨 < 换了灯泡和开关
小李 !< 补充了照片
李大爷: 楼道灯坏了
李大爷 [确认]
小赵@水电队 [我来]
小赵 [办好了]
小赵 +photo stairs.png
小赵 [就这些]
李大爷 < 办好后的照片
李大爷 < 解决了吗
