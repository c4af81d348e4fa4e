story: a liaison's invitation opens a card for a member who is new here; the link works once
pack: demo
at: 2026-11-23 09:00

联络员小林: /invite
联络员小林 [党员]
联络员小林 < 只能用一次
?老宋: /start {link}
?老宋 < 想请您收一张服务卡
?老宋 [接受]
?老宋 < 您在和顺里社区的服务卡开好了
?老宋 < 联络员小林 是您的联络员
联络员小林 < 接受了，服务卡开好了
?老宋: 老宋
?老宋 [和顺里小区]
?老宋: 2
?老宋 [跳过]
?老宋 [可以来]
?老宋 < 来之前会先跟您说
联络员小林: /people
联络员小林 [老宋]
联络员小林 < 可以来
联络员小林 [电话和门牌]
联络员小林 < 党员
?小马: /start {link}
?小马 < 已经用过了
