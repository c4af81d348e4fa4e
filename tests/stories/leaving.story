story: leaving a team, and leaving altogether
pack: demo
at: 2026-11-23 09:00

小赵: /leave
小赵 [不做志愿者了]
小赵 < 已经退出
王阿姨: 楼道灯坏了
王阿姨 [确认]
小赵@水电队 [我来]
小赵 < 您现在办不了
李大爷: /leave
李大爷 [全部退出]
李大爷 < 确定吗
李大爷 [确定退出]
李大爷 < 都删了
李大爷: 在吗
李大爷 < 您同意吗
