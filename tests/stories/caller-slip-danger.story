story: danger in a caller's slip: what to say stands first, the alarm is the caller's, and nothing missing is waited for
pack: demo
at: 2026-11-23 09:00

值班小吴: 张大爷 和顺里5号楼2单元301 家里着火了 13912345678
值班小吴 < 119
值班小吴 < 请马上把上面的话说给来电人 张大爷（139 1234 5678）听
陈主任 < 找谁：张大爷
陈主任 < 和顺里小区5号楼 2单元 301
陈主任 < 139 1234 5678
# another caller, without a place: an emergency of its own
值班小吴: 孟婆婆 13912345670 说煤气味很重
值班小吴 < 孟婆婆（139 1234 5670）
值班小吴 < 还不知道在哪里
值班小吴 < 20261123-0002
陈主任 < 找谁：孟婆婆
