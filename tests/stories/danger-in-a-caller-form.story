story: danger in the form for a caller comes first, and the form is still there afterwards
pack: demo
at: 2026-11-23 09:00

值班小吴: /enter
值班小吴 < 来电人的电话
值班小吴: 我们楼上着火了，有人被困
值班小吴 < 119
陈主任 < 紧急
值班小吴: 139 1234 5678
值班小吴: 孟婆婆
值班小吴: 和顺里小区6号楼1单元202
