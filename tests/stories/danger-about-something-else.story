story: a word of danger in a wish about something else is doubted, and the wish goes on
pack: demo
at: 2026-11-23 09:00

王阿姨: 前年着火以后房子重新装修，想问问能不能申请一点补助
王阿姨 < 现在有危险吗
陈主任 !< 紧急
王阿姨 [没有危险]
王阿姨 < 那就好
