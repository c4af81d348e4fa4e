story: a visit entered by hand was a slip: nothing was planned, and nothing is left over
pack: demo
at: 2026-11-23 09:00

联络员小林: /visited 李大爷
联络员小林 [点错了]
联络员小林 < 刚才那一笔不算
+1d
联络员小林 !< 李大爷
+3d
书记老何 !< 李大爷
