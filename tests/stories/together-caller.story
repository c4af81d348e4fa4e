story: a caller reports what the building has reported already; joined with one tap, told and asked by phone
pack: demo
at: 2026-11-23 09:00

王阿姨: 我们楼门禁坏了
王阿姨 [确认]
值班小吴: 郭婆婆 和顺里3号楼2单元301 门禁坏了 13912345678
值班小吴 < 这栋楼已有 1 户报了同样的事
值班小吴 [一起算]
值班小吴 < 和 1 户一起算，编号 20261123-0002，请告诉来电人
# the other building has a door of its own
值班小吴: 刘大妈 和顺里4号楼 门禁坏了 13912345679
值班小吴 !< 同样的事
值班小吴 [登记]
值班小吴 < 编号 20261123-0003
陈主任: /open
陈主任 [20261123-0001]
陈主任 < 报的户数：2 户
