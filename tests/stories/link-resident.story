story: a resident joins a second channel; their card, their visits and their word go along
pack: demo
at: 2026-11-23 09:00

+3d
?网页/web: /link
?网页/web [同意]
?网页/web: 老李
?网页/web [跳过]
?网页/web: /link
李大爷: /link {code}
李大爷 [是我]
?网页/web [是我]
?网页 < 连上了
李大爷: /card
李大爷 [我的看望]
李大爷 < 12月1日
李大爷: /card
李大爷 [更多]
李大爷 [要不要来看我]
李大爷 [不用]
+3d
联络员小林 !< 李大爷
