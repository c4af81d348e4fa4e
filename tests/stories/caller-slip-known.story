story: a slip with a number that is known: the same person, with their home; the words stand for a name that is another's
pack: demo
at: 2026-11-23 09:00

值班小吴: 王阿姨来电 停水了 13000000001
值班小吴 < 找谁：王阿姨
值班小吴 < 地点：和顺里小区3号楼 2单元 502
值班小吴 [登记]
王阿姨 < 20261123-0001
王阿姨: /my
王阿姨 < 20261123-0001
# another name with the same number: which of them is asked
值班小吴: 赵师傅 和顺里小区3号楼 门禁坏了 13000000001
值班小吴 < 这个号码登记过，是哪一位
值班小吴 [另一个人]
值班小吴 < 找谁：赵师傅
值班小吴 [取消]
值班小吴 < 不登记了
# in the middle of the form the whole slip may come, too
陈主任: /enter
陈主任 < 来电人的电话
陈主任: 姓名：张建国，电话：13912345678，地址：和顺里小区5号楼1单元，事情：停电了
陈主任 < 找谁：张建国
陈主任 < 情况：停电了
陈主任 [登记]
陈主任 < 20261123-0002
