# 服务台怎么干活：接待卡片、话题群、常用回复、把话记成诉求或答案。群里不写姓名、电话、门牌。
role-desk-group = 服务台的群
invite-desk-group = 服务台的群
invite-group-of-team = 这个群是一支队伍的，服务台请另建一个群。
desk-group-bound =
    这个群现在是{ $place }服务台的群，每位找人工的居民一个话题。
    请打开群的“话题”，并让我做管理员，能管理话题。
    话题里值班人员写的话会发给居民；// 开头的只给同事看。

desk-topic-name = 居民 { $n }
desk-topic-waits = { $who } 在等人工。
desk-topic-again = { $who } 又在等了，请先接。
desk-topic-take = 我来接
desk-topic-taken = { $who }：{ $by } 在接待。
desk-topic-parked = { $who }：先放一放，{ $until } 再接。
desk-topic-over = { $who }：谈话结束了。
desk-topic-more = 更多（发到私聊）
desk-topic-see-private = 已发到您和我的私聊。
desk-topic-said = 居民：{ $words }
desk-topic-partly =
    居民：{ $words }
    （原话在接待人的私聊里）
desk-topic-hidden = 居民说了一段话，只发给接待人。
desk-topic-file = 居民发来文件或语音，在接待人的私聊里。
desk-topic-file-said =
    居民：{ $words }
    （还有文件或语音，在接待人的私聊里）
desk-topic-desk = { $by } 回：{ $words }
desk-topic-desk-hidden = { $by } 私下回了居民。
desk-topic-nobody = { $who } 现在没有找人工，这句没有发出去。
desk-topic-duty = 您还没上班，话没有发给居民。现在上班，上多久？
desk-topic-not-sent-duty = 没有发出去：先在和我的私聊里点上班。
desk-topic-kept-out = 这像是来电登记，没发给居民，到和我的私聊里选。
desk-topic-others = { $by } 正在接待，这句没有发出去。
desk-topic-take-over = 换我来接
desk-topic-went-to = { $name }由 { $by } 接手了。
desk-topic-is-taken = 这位已经有人接，或不在等了。
desk-topic-earlier = { $who } 等得更久，请先接。
desk-topic-own = 这是您自己的谈话，请同事来接。

desk-card-asked = 最近问过：{ $lines }
desk-card-answered = “{ $words }”→{ $about }
desk-card-no-help = “{ $words }”→{ $about }（没帮上）
desk-card-unanswered = “{ $words }”（没有答案）
desk-card-open = 在办：{ $lines }
desk-card-request = { $number } { $item }（{ $state }）
desk-card-request-sensitive = { $number }（{ $state }）
desk-card-before = 以前谈过 { $n } 次，上次 { $last }。

canned-list = 常用回复
canned-none = 还没有常用回复。协调员发 /replies 就能加。
canned-which = 发哪一条给{ $name }？
canned-said = 已发给{ $name }：{ $words }
canned-gone = 这条已经不在了。
canned-keep = 常用回复 { $n } 条。点一条来改或删。
canned-keep-none = 还没有常用回复。加一条？
canned-new = 加一条
canned-one = { $words }
canned-change = 改
canned-drop = 删
canned-back = 看全部
canned-ask = 写下这条回复，居民会原样看到。
canned-too-long = 太长了，{ $n } 字以内。
canned-written = 记好了：{ $words }
canned-dropped = 删了：{ $words }
canned-left = 好的，不改了。
command-replies = 常用回复

desk-request = 记成诉求
desk-request-words = 什么事？照居民的话写。
desk-request-said =
    居民说：{ $words }
    就这样记，还是您重新写？
desk-request-as-said = 就这样记
desk-request-item = 是哪一件？
desk-request-other = 看全部目录
desk-request-card =
    { $item }
    谁：{ $name }
    电话：{ $phone }
    地点：{ $address }
    情况：{ $words }
desk-request-right = 没问题就点“登记”。
desk-request-yes = 登记
desk-request-press = 没问题就点“登记”，不登记就说“取消”。
desk-request-left = 好的，不登记了。
desk-request-done = 登记好了，编号 { $number }，最晚 { $until } 前有人联系{ $name }。
desk-request-told = { $by } 帮您登记好了，编号 { $number }，最晚 { $until } 前有人联系您。不要了就点“我的事”。
desk-request-together = 登记好了，和 { $n } 户一起算，编号 { $number }。
desk-teach = 记成答案
desk-teach-nothing = 居民还没写过话，没法记成答案。
