story: unsure: three likely meanings and a way to a person; nothing is typed twice, and old choices still work
pack: demo
at: 2026-11-23 09:00

王阿姨: 补贴                            # two characters do not say what is wanted
王阿姨 < 您说的是哪一件
王阿姨 < [都不是，找人工]
王阿姨: 图书室几点开放、怎么借书?
王阿姨 < 和顺里1号三楼
+1h
王阿姨: 1                               # a number answers the latest: the form of the library
王阿姨 < 什么时候方便
王阿姨: 取消
王阿姨: 补贴
王阿姨 [残疾人两项补贴]
王阿姨 [自己或小孩]
王阿姨 < 情况：补贴
王阿姨 [确认]
王阿姨 [同意]
王阿姨 < 收到，编号
王阿姨 [生孩子有哪些补贴]                 # of the first message, an hour old
王阿姨 < 核对：
