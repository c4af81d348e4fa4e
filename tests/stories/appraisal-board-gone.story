story: a role that came after the consent does not stand on the board, and a pledge goes with whoever moves or dies
pack: demo
at: 2026-11-23 09:00

队长老周: /pledges
队长老周 [我的承诺]
队长老周: 每周巡一次楼道
队长老周 [写上]
队长老周 [写上]
队长老周 [不写]
队长老周 [同意公示]
+5m
书记老何: /invite
书记老何 [联络员]
队长老周: /start {link}
队长老周 [接受]
小李: /pledges
小李 < 队长老周、志愿者、队长：每周
小李 !< 联络员
王阿姨: /pledges
王阿姨 [我的承诺]
王阿姨: 晚上关一遍水阀
王阿姨 [写上]
王阿姨 [同意公示]
联络员小林: /people
联络员小林 [王阿姨]
联络员小林 [搬走、去世]
联络员小林 [搬到别的社区]
联络员小林 [柳堤社区]
王阿姨 < 公示栏上您的承诺撤下来了
小李: /pledges
小李 !< 水阀
书记老何: /people
书记老何 [全部]
书记老何 [队长老周]
书记老何 [搬走、去世]
书记老何 [去世了]
书记老何 [确定]
小李: /pledges
小李 < 还没有承诺
