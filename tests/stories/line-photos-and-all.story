story: photos, voice, sticker, place, file and an album as one message go over the line
pack: demo
at: 2026-11-23 09:00

王阿姨: 楼道灯坏了，三楼
王阿姨 [确认]
小李@水电队 [我来]
王阿姨 [说话]
王阿姨 < 现在您说的话会转给小李
王阿姨 +photo lamp.png 就是这盏
小李 < 王阿姨：就是这盏(photo)
小李 < [回复]
王阿姨 +voice words.ogg
小李 < 王阿姨：发来一段语音(voice)
王阿姨 +sticker lamp.png
小李 < 王阿姨：发来一个表情(sticker)
王阿姨 +place 30.6342,114.3901
小李 < 王阿姨：发来一个位置(30.6342,114.3901)
王阿姨 +file album.story 说明书
小李 < 王阿姨：说明书(file album.story)
王阿姨 +photo lamp.png,stairs.png 上下两盏
小李 !< 上下两盏                        # its parts are still awaited
+2s
小李 < 王阿姨：上下两盏(photo)(photo)
王阿姨 +photo stairs.png,lamp.png
王阿姨: 看到了吗
+2s
小李 < 王阿姨：发来 2 张照片(photo)(photo)
小李 < 王阿姨：看到了吗
