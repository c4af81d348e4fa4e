story: the secretary is away: another secretary stands in, and hears which visits are late
pack: demo
at: 2026-11-23 09:00

管理员: /invite
管理员 [书记]
?老宋: /start {link}
?老宋 [接受]
联络员小林: /people
联络员小林 [王阿姨]
联络员小林 [走访]
联络员小林 [约一次走访]
联络员小林: 今天
书记老何: /away
书记老何 [7 天]
书记老何 [老宋]
?老宋 < 请您代看
书记老何: /mydata
+3d
?老宋 < 有 1 户走访迟了 3 天以上
?老宋 [王阿姨]
?老宋 < 130 0000 0001
书记老何 !< 迟了
