story: the talk about a delicate matter is as sensitive as the matter
pack: demo
at: 2026-11-23 09:00

赵奶奶: 我想申请低保
赵奶奶 < 帮扶救助
赵奶奶 [确认]
赵奶奶 [同意]
彭主任 [指派]
彭主任 [我来办]
赵奶奶 [说话]
赵奶奶: 我有难处
彭主任 < 不方便在这里显示
彭主任 < (赵奶奶：我有难处)
赵奶奶 +photo lamp.png 证明在这
彭主任 < 不方便在这里显示
彭主任 < (赵奶奶：证明在这
彭主任 !< (photo)
