story: danger is understood without any word of danger: the number first, and those on duty hear it
pack: demo
at: 2026-11-23 09:00

王阿姨: 四楼独居的老奶奶三天没下楼了，按门铃没有回应，灯一直亮着
王阿姨 < 请马上打 110
王阿姨 < 值班的人已经知道了（20261123-0001）
值班小吴 < 紧急
陈主任 < 按门铃没有回应
