story: a voice that nobody here understands is heard by a person, and the questions go on
pack: demo
at: 2026-11-23 09:00

王阿姨 +voice words.ogg
王阿姨 < 语音已转给值班的人
值班小吴 < 王阿姨发来一段语音
值班小吴 < (voice
王阿姨: 取消
小李: 厨房水龙头漏水
小李 +voice words.ogg
小李 !< 已转给值班的人                  # it belongs to what is just being asked
