story: who does not want large letters is not asked again, and can have them at any time
pack: demo
at: 2026-11-23 09:00

李大爷: 在吗                            # he was born in 1948
李大爷 < 按数字回答吗
李大爷 [不用]
李大爷 < 想要的时候说“大字”就行
李大爷 < 有什么事直接说
李大爷: 在吗
李大爷 !< 按数字回答吗
李大爷: 字太小了
李大爷 < 用大字，按数字回答，好吗
李大爷 [好]
李大爷 < 1. 我要求助
李大爷: /elder
李大爷 < 1. 还要
李大爷: 2
李大爷 < 换回来了
李大爷: 你好
李大爷 !< 1. 我要求助
李大爷: 大字
李大爷 < 用大字，按数字回答，好吗
王阿姨: 你好
王阿姨 !< 按数字回答吗                  # nobody knows how old she is
