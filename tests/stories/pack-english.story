story: an English neighbour reads question, answer, what to bring, address, hours and whether it is open in English
pack: demo
at: 2026-11-23 21:30

Mary: How do I get a senior card?
Mary < From 60 you get the senior card
Mary < Bring: ID card, one-inch photo
Mary < 100 Qinghe Road
Mary < working days 9:00-17:00, Saturday 9:00-12:00 (closed now
Mary < 000-5550-0102
Mary !< 老年卡
Mary: When is the library open, and how do I borrow books?
Mary < closed on Monday
Mary < Tuesday to Sunday 9:00-20:00 (closed now, opens
