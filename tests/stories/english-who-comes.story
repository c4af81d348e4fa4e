story: the same in English: who comes, when, the door code, adding, withdrawing
pack: demo
at: 2026-11-23 09:00

Mary: the corridor light is broken
Mary [Confirm]
小李@水电队 [我来]
Mary < 小李 (Water and Power Team) has taken {number}
小李 [今天下午]
Mary < 小李 will be there by 23 Nov 18:00
Mary [Check the code]
Mary: 1
Mary < That is wrong. Do not open yet
Mary [Check once more]
Mary: {half}
Mary < That is right, it is 小李
Mary [See this request]
Mary < somebody has it and will contact you
Mary < Will be there by 23 Nov 18:00
Mary [Add something]
Mary: third floor
小李 < 居民补充了：third floor
Mary [More]
Mary [What happened]
Mary < a time was promised
Mary [No longer wanted]
Mary [It is fine already]
Mary < is withdrawn
小李 < 不用去了
