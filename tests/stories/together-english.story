story: an English neighbour joins, and another wishes to talk about something else
pack: demo
at: 2026-11-23 09:00

小范: 停水了
小范 [确认]
Mary: no water comes out of any tap, please repair it
Mary < One household in your estate has reported "No water"
Mary [Count me in]
Mary < You are counted in with one household. Your number is 20261123-0002
小李@水电队 [我来]
Mary < Somebody sees to your 20261123-0002
小李 [我来不了]
