story: an album with a caption is one message
pack: demo
at: 2026-11-23 09:00

王阿姨 +photo lamp.png,stairs.png 楼道灯坏了
王阿姨 !< 路灯楼道灯                    # its parts are still awaited
+2s
王阿姨 < 情况：楼道灯坏了
王阿姨 [确认]
王阿姨 < 20261123-0001
小李@水电队 [我来]
小李 < (photo) (photo)
王阿姨 +voice words.ogg
王阿姨 < 是哪方面的事
