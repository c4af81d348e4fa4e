story: a slip without a number, and with a house that several estates have: only what is missing is asked, and put right
pack: demo
at: 2026-11-23 09:00

值班小吴: 郭婆婆来电，3号楼，停水了
值班小吴 < 来电人的电话
值班小吴: 一三九一二三四五六七八
值班小吴 < 具体是哪里
值班小吴 [青禾苑3号楼]
值班小吴 < 停水
值班小吴 < 找谁：郭婆婆
值班小吴 < 地点：青禾苑3号楼
值班小吴 [改一改]
值班小吴 [称呼]
值班小吴: 郭秀兰
值班小吴 < 找谁：郭秀兰
值班小吴 [登记]
值班小吴 < 登记好了，编号 20261123-0001
# whoever may not file for others writes for themselves
王阿姨: 郭婆婆 3号楼 停水了 13912345699
王阿姨 !< 登记
