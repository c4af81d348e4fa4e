story: an English-speaking neighbour and the desk, on two channels
pack: demo
at: 2026-11-23 09:00

值班小吴: /duty
值班小吴 [值班 4 小时]
Mary: human
Mary < you are number 1
Mary: I need help with a form
值班小吴 < I need help with a form
值班小吴 [接待下一位]
Mary < 值班小吴 is here for you
值班小吴: Please come at two
Mary < 值班小吴: Please come at two
Mary [That's all]
Mary < that's it for now
