story: words of danger in a group get the number first, and our people are told privately
pack: demo
at: 2026-11-23 09:00

小李@水电队: /help 着火了，救命
水电队 < 119
陈主任 < 紧急
