story: the light on the stairs
pack: demo
at: 2026-11-23 09:00

王阿姨: 楼道灯坏了，三楼，好几天了      # says; a comment is two spaces and a #
王阿姨 < 公共设施                       # has been told something that contains this since she last acted
王阿姨 [确认]                           # presses the newest visible choice whose label contains this
水电队 < 新任务                         # a team's group has been told
小李@水电队 [我来]                      # presses or says something in the group
小李 < 和顺里                           # privately
+30m                                    # the clock moves; jobs that fall due run
小李 !< 逾期                            # has not been told
王阿姨 +place 30.6342,114.3901          # sends a place;  +photo FILE, +voice FILE, +file FILE;  +edit TEXT changes her last words
王阿姨/web: 在吗                        # the same person on another channel
?新邻居: 你好                           # a person the pack does not know
