story: danger in traditional characters, and with slips of the keyboard
pack: demo
at: 2026-11-23 09:00

王阿姨: 樓下著火啦，好大煙，快啲嚟
王阿姨 < 请马上打 119
陈主任 < 紧急
+40m
小李: 窗外冒弄烟，卓火了快来人
小李 < 请马上打 119
