story: the secretary enters a visit to anybody of the station by name, and a long list of one's own has more pages
pack: demo
at: 2026-11-23 09:00

书记老何: /visited
书记老何 < 请在 /visited 后面写上名字
书记老何: /visited 赵奶奶                        # of another station
书记老何 < 站里没有叫这个名字的服务卡
书记老何: /visited 李大爷
书记老何 < 去看了 李大爷
书记老何 [今天]
书记老何 [上门]
书记老何 [跳过]
书记老何 [跳过]
书记老何 [跳过]
书记老何 < 都记好了：李大爷
联络员小林: /visited
联络员小林 < 王阿姨 · 和顺里小区3号楼
