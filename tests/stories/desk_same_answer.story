story: words that the desk says have an answer wait for a coordinator's yes; the resident who waited is told at once
pack: demo
at: 2026-11-23 09:00

王阿姨: asdf qwer zxcv
王阿姨 [有答案告诉我]
值班小吴: /teach
值班小吴 [没答上的问题（1）]
值班小吴 [（1人）]
值班小吴 [已有答案]
值班小吴: 图书
值班小吴 [图书室]
值班小吴 < 等主任看过
值班小吴 < 已告诉 1 位
王阿姨 < 现在有答案了
赵奶奶: asdf qwer zxcv
赵奶奶 < 还答不上来
陈主任: /teach
陈主任 < [新说法（1）]
陈主任 [新说法]
陈主任 < asdf qwer zxcv
陈主任 [收下]
李大爷: asdf qwer zxcv
李大爷 < 图书室
