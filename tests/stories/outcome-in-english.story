story: the end of a request, in English, by numbers and words
pack: demo
at: 2026-11-23 09:00

Mary: the corridor light on the stairs is broken
Mary [Confirm]
小李@水电队 [我来]
小李 [办好了]
小李 [跳过]
Mary < Is it solved?
Mary [Not solved]
Mary < Somebody else will come
Mary: it flickers again
Mary < Thank you
陈主任 < 居民补充：it flickers again
小赵@水电队 [我来]
小赵 [办好了]
小赵 [跳过]
Mary [Solved]
Mary: 4 stars
Mary [Skip]
Mary < If it comes back within seven days
