story: a card is closed by wish: its old buttons do nothing, and its person may want it again
pack: demo
at: 2026-11-23 09:00

联络员小余: /people
联络员小余 < 您联络 1 人
书记老方: /people
书记老方 < 柳堤社区
书记老方 [全部]
书记老方 [赵奶奶]
书记老方 [指定副手]
书记老方 < 没有别的联络员了
书记老方: /people
书记老方 [全部]
书记老方 [赵奶奶]
书记老方 [搬走、去世]
书记老方 [本人不要服务卡了]
书记老方 [确定]
书记老方 < 服务卡停用了
联络员小余 < 不要服务卡了
联络员小余: /people
联络员小余 < 您联络 0 人
书记老方 [电话和门牌]
书记老方 < 已经不用了
赵奶奶: 我想要联络员
赵奶奶 < 已经告诉书记
