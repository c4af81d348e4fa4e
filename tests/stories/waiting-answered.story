story: the helper asks the resident for something; the answer comes the next day, with a photo, and goes to the helper
pack: demo
at: 2026-11-23 09:00

王阿姨: 楼道灯坏了
王阿姨 [确认]
小李@水电队 [我来]
小李 [联系上了]
小李 [更多]
小李 [等居民补充]
小李 < 要请居民补充什么
小李: 请拍一张灯的照片
小李 < 已经问居民了
王阿姨 < 小李 想请您补充：请拍一张灯的照片
王阿姨: /my
王阿姨 [路灯楼道灯]
王阿姨 < 等您补充
+1d
王阿姨 [回答]
王阿姨 < 打字、照片、位置都行
王阿姨 +photo stairs.png 三楼这一盏
王阿姨 < 谢谢您！{number} 接着办
小李 < 居民回答了：三楼这一盏
小李 [到了]
小李 [办好了]
小李 [跳过]
王阿姨 < 解决了吗
