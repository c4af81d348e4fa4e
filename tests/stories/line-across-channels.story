story: the resident writes on the web, the helper on Telegram; answers and edits stay what they are
pack: demo
at: 2026-11-23 09:00

王阿姨/web: 楼道灯坏了，三楼
王阿姨/web [确认]
小李@水电队 [我来]
小李 [更多]
小李 [说话]
小李: 三点在家吗
王阿姨/web < ：三点在家吗
王阿姨/web [回复]
王阿姨/web: 在家
小李 < ↩ 三点在家吗
小李 < 王阿姨：在家
王阿姨/web +edit 在家，四点前
小李 < 王阿姨：在家，四点前
小李 +photo lamp.png 是这种灯吗
王阿姨/web < ：是这种灯吗(photo)
王阿姨/web +reply [是这种灯吗] 是的
小李 < ↩ 是这种灯吗
小李 < 王阿姨：是的
小李 +reply [是的] 好
王阿姨/web < ↩ 是的
