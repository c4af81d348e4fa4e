# 大字和数字：一次一句，按数字就行。
elder-hint = 回复数字就行。0 找人工。
elder-say = 也可以说{ $words }。
page-next = 下一页
page-first = 回到第一页
menu-elder = 大字和数字
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
handover-desk = 服务台电话 { $phone }，{ $hours }。值班的人也会在这里回您。
handover-passed-on = 语音已转给值班的人，会在这里回您。急事请打 { $phone }。
handover-nobody = 语音收下了，但现在没人能听。请打服务台电话 { $phone }。
handover-voice = { $name }发来一段语音，请听一听。
handover-asks = { $name }想找人工。
handover-answer = 回话
handover-enter = 替他登记
handover-ask = 写一句回给对方的话。
handover-in-words = 请打字，对方会看到您写的话。
handover-reply = { $by }回您：{ $words }
handover-sent = 已经回给对方了。
handover-unreachable = 记下了，但现在联系不上对方，请打电话。
handover-over = 这一条已经有人回了。
handover-answered = { $name }：{ $by }已经回了。
