story: a liaison joins a second channel; whom they look after and the visits to come go along
pack: demo
at: 2026-11-26 09:00

?网页/web: /link
?网页/web [同意]
?网页/web: 小林
?网页/web [跳过]
?网页/web: /link
联络员小林: /link {code}
联络员小林 [是我]
?网页/web [是我]
?网页 < 连上了
联络员小林: /people
联络员小林 < 李大爷
+8d
联络员小林 < 没去成：李大爷
书记老何 < 李大爷（和顺里小区5号楼）：该 12月1日 周二 去，小林
联络员小林: /visits
联络员小林 !< 过期 0 户
