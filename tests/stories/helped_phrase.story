story: the words of an answer that helped wait for a yes; names and doors are gone; a no is a no, and only a coordinator says it
pack: demo
at: 2026-11-23 09:00

王阿姨: 我住和顺里小区3号楼2单元502，图书室几点开放呀
王阿姨 [有用]
王阿姨: 图书室几点开放哟
王阿姨 [有用]
值班小吴: /teach
值班小吴 !< 新说法
陈主任: /teach
陈主任 [新说法]
陈主任 !< 502
陈主任 !< 2单元
陈主任 < 居民自己选的
陈主任 < 后面还有 1 条
陈主任 [不要]
陈主任 < 好，不要
陈主任 [收下]
陈主任 < 没有新说法要看了
陈主任 [在用的说法]
陈主任 [图书室几点开放]
陈主任 < 开始用
陈主任 [撤回]
陈主任 < 已撤回
陈主任 [撤回]
陈主任 < 已经
# what was declined is not asked about again
王阿姨: 图书室几点开放哟
王阿姨 [有用]
陈主任: /teach
陈主任 < [新说法（0）]
