story: a cover who is no coordinator any more hears nothing; the level above has nobody else
pack: demo
at: 2026-11-23 09:00

陈主任: /away
陈主任 [7 天]
陈主任 [街道王主任]
街道王主任: /leave
街道王主任 [协调员]
王阿姨: 我想申请低保
王阿姨 [确认]
王阿姨 [同意]
街道王主任 !< 2单元
