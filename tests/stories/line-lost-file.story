story: a picture that cannot be kept is named to its sender, the words with it arrive
pack: demo
at: 2026-11-23 09:00

王阿姨: 楼道灯坏了，三楼
王阿姨 [确认]
小李@水电队 [我来]
王阿姨 [说话]
王阿姨 +photo words.ogg 在这里
王阿姨 < 格式我收不了
小李 < 王阿姨：在这里
小李 !< (photo)
小李 [回复]
王阿姨 +photo words.ogg
王阿姨 < 格式我收不了
小李 !< 王阿姨：
