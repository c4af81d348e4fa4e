story: a member under another street reads their own and nobody else's; its liaison, secretary and the street nothing
pack: demo
at: 2026-11-23 09:00

联络员小林: /people
联络员小林 [王阿姨]
联络员小林 [家里、工作、难处]
联络员小林 [记一条]
联络员小林 [难处]
联络员小林: 下楼要人扶
联络员小林 [本人说的]
赵奶奶: /mydata
赵奶奶 [看看记了什么]
赵奶奶 [记了我哪些情况]
赵奶奶 < 八十岁以上
赵奶奶 !< 要人扶
赵奶奶 !< 下楼要人扶
赵奶奶 [心里话]
赵奶奶 < 看得到的只有：联络员小余、书记老方
联络员小余: /people
联络员小余 < 赵奶奶
联络员小余 !< 王阿姨
书记老方: /people
书记老方 [全部]
书记老方 < 赵奶奶
书记老方 !< 王阿姨
街道王主任: /people
街道王主任 < 办不了
街道王主任 !< 下楼要人扶
王阿姨: /mydata
王阿姨 [看看记了什么]
王阿姨 [谁看过]
王阿姨 < 还没有人看过
