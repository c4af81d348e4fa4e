story: a digit means what was said last; in the middle of a form it is asked what is meant
pack: demo
at: 2026-11-23 09:00

赵奶奶: /elder
赵奶奶 [好]
赵奶奶: 楼道灯坏了
赵奶奶: 1
小韩@柳堤水电队 [我来]
赵奶奶: 你好                            # the menu
赵奶奶 < 1. 我要求助
小韩 [办好了]
小韩 [跳过]
赵奶奶 < 1. 解决了
赵奶奶: 1                               # not the menu's
赵奶奶 < 给几颗星
赵奶奶: 5
赵奶奶: 1
赵奶奶 < 谢谢您
