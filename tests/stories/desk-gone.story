story: somebody leaves the service while they wait; nothing of the talk is left, and nobody waits for them
pack: demo
at: 2026-11-23 09:00

值班小吴: /duty
值班小吴 [值班 4 小时]
王阿姨: 人工
王阿姨: 我叫王阿姨，住三号楼
值班小吴 < 住三号楼
王阿姨: /leave
王阿姨 [全部退出]
王阿姨 [确定退出]
值班小吴: /queue
值班小吴 < 没有人在等
