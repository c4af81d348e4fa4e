story: a delicate matter goes to desk and coordinator alone, behind a link where the channel may not show it
pack: demo
at: 2026-11-23 09:00

赵奶奶: 我想申请低保
赵奶奶 < 帮扶救助
赵奶奶 [确认]
赵奶奶 < 单独同意
赵奶奶 [同意]
赵奶奶 < {number}
彭主任 < 不方便在这里显示
彭主任 < 低保申请                       # what the link leads to
柳堤值班小夏 < 3单元 202
柳堤陪伴队 !< 低保
柳堤水电队 !< {number}
陈主任 !< {number}
彭主任 [指派]
彭主任 [柳堤陪伴队]
彭主任 [发到群里]
彭主任 < 不方便发到群里
柳堤陪伴队 !< {number}
彭主任 [小邓]
彭主任 < 已交给 小邓
小邓 < 赵奶奶
赵奶奶 < 小邓
