story: two languages on one line; each reads the service's words in their own, and the other's words as they are
pack: demo
at: 2026-11-23 09:00

Mary: I need a plumber, my kitchen tap is leaking
Mary [Tomorrow]
Mary [Confirm]
小李@水电队 [我来]
Mary [Write to them]
Mary < What you say now goes to 小李
Mary: The key is with my neighbour
小李 < Mary：The key is with my neighbour
小李 +reply [The key] 好的
Mary < ↩ The key is with my neighbour
Mary < ): 好的
Mary +voice words.ogg
小李 < Mary：发来一段语音
Mary: cancel
小李 < Mary：cancel
Mary: End
Mary < To say more, press
小李 !< Mary：End
小李 [办好了]
小李 [跳过]
Mary < ends here
小李 < 对话到此结束
