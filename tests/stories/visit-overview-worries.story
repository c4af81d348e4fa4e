story: the station's overview counts people without a liaison and worries that nobody has read, and opens both
pack: demo
at: 2026-11-23 09:00

联络员小林: /visited 王阿姨
联络员小林 [今天]
联络员小林 [上门]
联络员小林 [跳过]
联络员小林 [跳过]
联络员小林 [跳过]
联络员小林 [有点担心]
联络员小林: 窗户关不上，屋里冷
联络员小林: /leave
联络员小林 [联络员]
书记老何: /visits
书记老何 < 没有联络员的 3 人
书记老何 < 没看过的情况 1 条
书记老何 [没看的情况]
书记老何 < 王阿姨
书记老何 [王阿姨]
书记老何 < 窗户关不上，屋里冷
书记老何: /visits
书记老何 !< 没看过的情况
书记老何 [没有联络员]
书记老何 < 王阿姨
书记老方: /visits
书记老方 !< 没看过的情况
书记老方 !< 没有联络员的 3 人
