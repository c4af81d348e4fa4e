story: an old neighbour who answers by digits sees, corrects and deletes what is known of him
pack: demo
at: 2026-11-23 09:00

联络员小林: /people
联络员小林 [李大爷]
联络员小林 [家里、工作、难处]
联络员小林 [记一条]
联络员小林 [难处]
联络员小林: 提不动米
联络员小林 [邻居说的]
李大爷: 你好                            # he was born in 1948
李大爷 [好]
李大爷: 我的资料
李大爷: 1
李大爷 < 联络员记的情况：1 条
李大爷: 3
李大爷 < 提不动米
李大爷: 1
李大爷 < 哪一条
李大爷: 1
李大爷 < 提不动米
李大爷: 2
李大爷 < 找不回来
李大爷: 1
李大爷 < 删掉了
李大爷: 1
李大爷 < 服务站记着您的
李大爷 !< 提不动米
