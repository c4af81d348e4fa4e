story: a delicate matter is counted on the board, and not named there
pack: demo
at: 2026-11-23 09:00

赵奶奶: 我想申请低保
赵奶奶 [确认]
赵奶奶 [同意]
彭主任: /open
彭主任 < 待办 1 件
彭主任 < 敏感事项
彭主任 !< 低保
陈主任: /open
陈主任 < 没有待办的事
