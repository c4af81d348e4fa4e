story: the helper asks; a reply to the question is the answer, without any button
pack: demo
at: 2026-11-23 09:00

王阿姨: 楼道灯坏了
王阿姨 [确认]
小李@水电队 [我来]
小李 [更多]
小李 [等居民补充]
小李 +photo lamp.png
小李 < 打几个字就行
小李: 哪一层？
王阿姨 +reply [哪一层] 三楼
王阿姨 < {number} 接着办
王阿姨 < 您已经回答了
小李 < 居民回答了：三楼
王阿姨 [看这件事]
王阿姨 < 已经和您联系过
王阿姨 [补充]
王阿姨: 四楼也是
小李 < 居民补充了：四楼也是
小李 [我来不了]
王阿姨 < 暂时没有人去
王阿姨 < 正在换人
