story: whoever has no such task writes to nobody
pack: demo
at: 2026-11-23 09:00

王阿姨: /broadcast
王阿姨 !< 写一条
小李: /broadcast
小李 !< 写一条
