story: whoever scans another's card sees the station, and nothing about whose card it is
pack: demo
at: 2026-11-23 09:00

王阿姨: /card
王阿姨 [二维码]
王阿姨 < /c/{card}
?路人: /start card-{card}                        # has never been here
?路人 < 卡是谁的，我们不说
?路人 < 党员联络服务站：电话 000-5550-0108
?路人 !< 王阿姨
?路人 !< 小林
?路人 < 您同意吗                                 # and is asked before anything is kept
Mary/web: /start card-{card}                     # a neighbour who is here
Mary/web < We don't say whose it is
Mary/web !< 王阿姨
Mary/web < I'd like a liaison
王阿姨 !< Mary
王阿姨 !< 路人
队长老周: /start card-{card}                      # has a card of his own
队长老周 !< 王阿姨
队长老周 [我的服务卡]
队长老周 < 您的服务卡
Mary: /start card-nonsense
Mary < not right
