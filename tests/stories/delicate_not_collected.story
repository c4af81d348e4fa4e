story: words that may be about something delicate are not kept for all staff to read
pack: demo
at: 2026-11-23 09:00

李大爷: 孩子被老师打了能告吗
李大爷 [都不是，找人工]
值班小吴: /teach
值班小吴 < 没答上的问题（0）
