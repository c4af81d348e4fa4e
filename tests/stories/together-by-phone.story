story: a caller joined the neighbours' case: told of nothing in between, and asked by phone whether it is solved
pack: demo
at: 2026-11-23 09:00

王阿姨: 停水了
王阿姨 [确认]
值班小吴: 郭婆婆 和顺里6号楼1单元202 停水了 13912345678
值班小吴 < 这个小区已有 1 户报了同样的事
值班小吴 [一起算]
值班小吴 < 编号 20261123-0002
小李@水电队 [我来]
小李 < 报的户数：2 户
小李 !< 郭婆婆
小李 [办好了]
小李 [跳过]
王阿姨 < 解决了吗
值班小吴 < 请打电话回访
值班小吴 < 找谁：郭婆婆
# the first neighbour says no: it goes on for all of them
王阿姨 [没解决]
王阿姨 < 马上换人再办
水电队 < 20261123-0001
小赵@水电队 [我来]
小赵 [办好了]
小赵 [跳过]
值班小吴 < 20261123-0002 停水
值班小吴 [解决了]
值班小吴 < 20261123-0002 记下了
