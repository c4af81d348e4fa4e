# 大字和数字：一次一句，按数字就行。
elder-hint = 回复数字就行。0 找人工。
elder-say = 也可以说{ $words }。
page-next = 下一页
page-first = 回到第一页
command-elder = 大字和数字
elder-ask = 用大字，按数字回答，好吗？
elder-offer = 字要大一点、按数字回答吗？
elder-offer-hello = { $name }，您好！字要大一点、按数字回答吗？
elder-yes = 好
elder-no = 不用
elder-is-on = 现在是大字和数字。还要吗？
elder-keep = 还要
elder-off = 不要了
elder-now-on = 好了。以后按数字就行。没看清就说“再说一遍”，0 找人工。
elder-now-off = 好的，换回来了。
elder-not-now = 好的。想要的时候说“大字”就行。
elder-nothing-said = 还没有说过什么。有事直接说就行。

# 找人工、听不懂的语音：转给值班的人。
