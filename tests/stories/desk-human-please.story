story: somebody who politely asks for a human being is in the queue, and no form opens
pack: demo
at: 2026-11-23 09:00

值班小吴: /duty
值班小吴 [值班 4 小时]
Mary: human please
Mary < you are number 1
Mary !< Pest
值班小吴 [接待下一位]
Mary < 值班小吴 is here for you
