ask-item = 您说的是哪一件？
ask-none-of-these = 都不是
ask-other-series = 看别的类
ask-series = 是哪方面的事？
ask-series-media = 收到了。是哪方面的事？
ask-which-item = 具体是哪一件？
ask-words = 请说说是什么情况，发照片也行。
ask-words-please = 打几个字，或者发张照片。
ask-address = 在什么地方？打字说，或者发个位置。
ask-address-in-words = 打几个字就行，比如“3号楼2单元三楼”。
ask-when = 什么时候方便？
ask-when-today = 今天
ask-when-tomorrow = 明天
ask-when-any = 都可以
ask-when-in-words = 打几个字就行，比如“周三上午”。
ask-phone = 留个电话好联系您？
ask-phone-share = 发我的手机号
ask-position-share = 发我的位置
ask-phone-again = 这个号码看着不全，请再发一次，或者跳过。
ask-confirm = 确认
ask-change-it = 修改
ask-change = 改哪一项？
ask-change-item = 事项
ask-change-words = 说法
ask-change-address = 地点
ask-change-when = 时间
ask-change-phone = 电话
ask-added = 补上了，请再看看。
ask-press-please = 没问题就点“确认”。
ask-cancelled = 好的，先不办了。需要时再找我。
card-own =
    【{ $series }】{ $item }
    您说：{ $words }
    地点：{ $address }
    时间：{ $when }
    电话：{ $phone }
    志愿者接单前只看到：{ $shown }
    对吗？想加照片，直接发来。
request-received = 收到，编号 { $number }。最晚 { $until } 前有人联系您。
request-taken = { $helper }（{ $team }）接了 { $number }，会和您联系。
request-given-back = { $number } 原来的志愿者来不了，我们正在换人。
request-moved-on = { $number } 已经有了新进展，这一步不用办了。
request-not-yours = 这件事不是您提的，请找服务台。
request-unknown = 没找到这件事，请找服务台。
my-none = 您还没有提过事。
my-line = { $number } { $item }：{ $state }
my-requests =
    您最近的事：
    { $lines }
state-draft = 草稿
state-submitted = 待受理
state-accepted = 已受理
state-dispatched = 已派单
state-claimed = 已接单
state-done = 已办结
state-confirmed = 已回访
state-reopened = 重办
state-cancelled = 撤销
outcome-ask = { $number } { $item }，志愿者说办好了。解决了吗？
outcome-ask-note = { $number } { $item }，志愿者说：{ $note }。解决了吗？
outcome-solved = 解决了
outcome-not = 没解决
outcome-reopened = 明白了，{ $number } 交回协调员，换人再办。
rating-ask = 太好了！给几颗星？也可以回复 1 到 5。
rating-again = 回复 1 到 5 就行。
rating-thanks = 谢谢您！
rating-none = 好的，不打分也没关系。
