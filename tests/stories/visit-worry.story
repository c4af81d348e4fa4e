story: a diagnosis is not written down; a worry goes to the secretary, its words behind a tap
pack: demo
at: 2026-11-23 09:00

联络员小林: /visited 王阿姨
联络员小林 [今天]
联络员小林 [上门]
联络员小林: 糖尿病，要打针                        # a diagnosis is not written down
联络员小林 < 像是写到了病
联络员小林: 走路要人扶
联络员小林 [跳过]
联络员小林 [跳过]
联络员小林 < 都记好了
联络员小林 [有点担心]
联络员小林 < 担心什么
联络员小林: 窗户关不上，屋里冷
联络员小林 < 已经告诉书记和联络员
联络员小秦 < 请留心 王阿姨
书记老何 < 请留心 王阿姨（和顺里小区3号楼）：去看的人有点担心
书记老何 !< 窗户关不上                            # words stand behind a tap
书记老何 [看详情]
书记老何 < 窗户关不上，屋里冷
