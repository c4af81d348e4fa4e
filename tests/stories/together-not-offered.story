story: nothing is offered to join to whose own it is, after a day, for what is nobody else's, or once it is done
pack: demo
at: 2026-11-23 09:00

王阿姨: 停水了
王阿姨 [确认]
王阿姨: 停水了
王阿姨 !< 一起算
王阿姨 [取消]
# a lamp is one lamp
王阿姨: 楼道灯坏了
王阿姨 [确认]
大刘: 楼道灯坏了
大刘 !< 一起算
大刘 [取消]
李大爷: 停水了
李大爷 < 您小区已有 1 户报了“停水”
# it is withdrawn while the question is open: theirs goes its own way
王阿姨: /my
王阿姨 [0001]
王阿姨 [不要了]
王阿姨 [找到别人了]
李大爷 [一起算]
李大爷 < 对吗
李大爷 [确认]
李大爷 < 20261123-0003
+25h
大刘: 停水了
大刘 !< 一起算
