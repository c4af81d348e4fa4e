story: a question that is open on one channel is answered on the other, once both are one person
pack: demo
at: 2026-11-23 09:00

王阿姨: /link
?平板/web: /start
?平板/web [同意]
?平板/web: 平板
?平板/web [跳过]
?平板/web: /link {code}
?平板/web [是我]
?平板/web: 楼道灯坏了
?平板 < 在什么地方
王阿姨 [是我]
王阿姨: 楼下大厅
王阿姨 [跳过]
王阿姨 < 楼下大厅
王阿姨 [确认]
王阿姨 < 收到，编号
