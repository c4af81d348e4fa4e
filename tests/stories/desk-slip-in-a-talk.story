story: while a talk is open, the slip of a caller goes to no resident: a tap says whether it is entered or sent
pack: demo
at: 2026-11-23 09:30

值班小吴: /shift
值班小吴 [值班 4 小时]
王阿姨: 转人工
值班小吴 [接待下一位]
值班小吴: 张大爷 和顺里5号楼2单元301 厨房水龙头漏水 13912345678
王阿姨 !< 张大爷
值班小吴 < 这像是来电登记
值班小吴: 请稍等
值班小吴 < 还没发出去，先选一个
值班小吴 [登记来电]
值班小吴 < 找谁：张大爷
值班小吴 [登记]
值班小吴 < 编号 20261123-0001
值班小吴 < 您写的话会转给王阿姨              # the talk goes on
值班小吴: 陈师傅电话 13912345679 和顺里3号楼，您打给他
王阿姨 !< 陈师傅
值班小吴 [发给王阿姨]
王阿姨 < 陈师傅电话
值班小吴 < 发给王阿姨了
# danger of a caller is an alarm at once, and no words to the resident
值班小吴: 孙大爷 和顺里6号楼1单元202 家里着火了 13912345670
王阿姨 !< 着火
值班小吴 < 119
陈主任 < 着火
