story: a neighbour is told of without a building: nobody takes the teller's house for theirs
pack: demo
at: 2026-11-23 09:00

大刘: /care
大刘 [邻居或别人]
大刘: 牛婆婆
大刘 [跳过]
大刘 [跳过]
大刘 [生活困难]
大刘 < 谢谢您告诉我们
值班小吴 < 请给牛婆婆（和顺里社区）打个电话
值班小吴 !< 3号楼
