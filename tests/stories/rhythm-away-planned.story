story: what was planned for somebody who is away is gone: by their own word, or by their liaison's; nobody is reminded of it
pack: demo
at: 2026-11-23 09:00

+1h
联络员小林: /visits
联络员小林 [七天内]
联络员小林 < 队长老周 和顺里小区1号楼 11月27日
队长老周: /card
队长老周 [更多]
队长老周 [出门一阵子]
队长老周: 12月20号回来
队长老周: /card
队长老周 [我的看望]
队长老周 !< 11月27日
联络员小林: /people
联络员小林 [李大爷]
联络员小林 [多久走访一次]
联络员小林 [暂停]
联络员小林 [一个月]
联络员小林: /mydata
+8d
联络员小林 !< 走访提醒
书记老何 !< 迟了
