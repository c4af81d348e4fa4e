# 群发：两个人看过再发、退订、每周不超过两条。
command-approvals = 群发要几个人看
command-subscriptions = 通知收不收

approve-asked =
    { $name }想发这一条：“{ $title }”。样子在上面。
    发给：{ $whom }
    { $when }
    您看可以发吗？
approve-asked-emergency =
    【紧急】{ $name }要发“{ $title }”，样子在上面。
    发给：{ $whom }
    { $when }
    可以发吗？10 分钟没人答复，它会自己发出去。
approve-asked-twice =
    { $asked }
    （两天里已经发过一样的话，写的人说就是要再发一次。）
approve-yes = 同意
approve-no = 不同意
approve-who = 看看发给谁
approve-trail = 看经过
approve-agreed = “{ $title }”：{ $name }同意了。
approve-agreed-told =
    { $name }同意发“{ $title }”。
    { $when }
approve-own = 自己写的，得由另一位来看。
approve-drafter-lost = { $name }现在已经不能往那里群发了，这条不能照发。可以点“不同意”，请能发的人重写。
approve-over = “{ $title }”已经不用答复了，现在是：{ $state }。
approve-changed = 这条内容后来改过了，请看一眼现在的再决定。
approve-see-again = 看现在的
approve-list = 这些等您看一眼：
approve-list-none = 现在没有等您看的。
approve-line = { $title }（{ $name }）

approve-why-not = 哪里不合适？点一个，或者直接写，我转告写的人。
approve-why-not-again = 请用文字写，或者点一个。
approve-reason-words = 话要改改
approve-reason-people = 对象不对
approve-reason-time = 时间不对
approve-left = 好，先放着，还等您答复。
approve-refused = “{ $title }”：{ $name }没同意，写的人会再改。
approve-refused-told =
    { $name }看了“{ $title }”，没同意：{ $reason }
    内容都还在，改好可以再送。
approve-drafter-told = 好，已经告诉{ $name }了。
approve-taken-back = “{ $title }”：写的人收回去了，不用看了。
approve-drafter-left = “{ $title }”：写的人已经离开，这条不发了。
approve-too-late = “{ $title }”：过了有效时间，不发了。

approve-now = 马上就发。
approve-goes =
    好，“{ $title }”不用再等谁看。
    { $when }
approve-waits = “{ $title }”已经请{ $names }看了（这里 { $n } 人起要两个人看过）。一同意就告诉您。
approve-waits-emergency = “{ $title }”已经请{ $names }看了。{ $minutes } 分钟没人答复，会自己发出去。
approve-waits-emergency-nobody = “{ $title }”：现在找不到第二个人来看，{ $minutes } 分钟后会自己发出去，经过里会写明。
approve-nobody = 这里 { $n } 人起要两个人看过，可现在没有第二位能同意的人。草稿还在；请管理员先请一位主任或书记进来。
approve-grown = “{ $title }”到点了，不过现在已经有 { $n } 人以上，要先请{ $names }看一眼，同意了就发。
approve-still-waits = “{ $title }”两个小时没人答复，我又提醒了{ $names }。
approve-unanswered = 【注意】“{ $title }”{ $minutes } 分钟没人答复，没等第二个人同意就发出去了。经过里已经写明。
approve-unanswered-told =
    “{ $title }”{ $minutes } 分钟没人答复，没等第二个人同意就发了，经过里已经写明。
    { $when }
approve-no-audience = 还没选发给谁。
approve-not-yours = 里面有您管不到的地方或队伍，不能这样发。改一下发给谁就行。
approve-no-time-left = 照现在的时间，发出去已经过期了。请改一下时间。
approve-on-its-way = 这条已经送出去了，现在是：{ $state }。不会发两遍。

approve-same-words =
    一样的话，{ $at } 刚发过：“{ $title }”，发给：{ $whom }
    真的要再发一次吗？
approve-same-words-waiting =
    一样的话已经有一条等着发了（{ $at }）：“{ $title }”，发给：{ $whom }
    真的要再来一条吗？
approve-again = 再发一次
approve-not-again = 不发了
approve-kept-as-draft = 好，不发。草稿还在。

approve-limit-which = 哪里的？
approve-limit-line = { $unit }：{ $n } 人起
approve-limit-ask =
    { $unit }：现在发给 { $n } 人以上的，要第二个人看过才发。
    要改成几个人起？写个数字，1 到 { $most }；1 就是每一条都要。
approve-limit-again = 请写一个数字，1 到 { $most }。
approve-limit-set = 好，{ $unit }从现在起，发给 { $n } 人以上的要两个人看过。
approve-limit-told = { $name }改了一个设置：{ $unit }发给 { $n } 人以上的，要第二个人看过才发。
approve-limit-left = 好，不改。

approve-week-waits = “{ $title }”：有 { $n } 位这七天里已经收到两条了，这条先等一等，最早 { $at } 起再发给他们。
approve-week-too-late = “{ $title }”：有 { $n } 位这七天里已经收到两条了，轮到他们要到 { $at }，那时这条已经过期，就不发给他们了。

subscriptions-stopped = 好，以后通知不再发给您。只有紧急的（停电停水、台风这样的）还会发。想再收，随时点一下。
subscriptions-stopped-before = 您已经退订了，通知不会发给您；只有紧急的还会发。
subscriptions-on-again = 好，以后有通知照样发给您。
subscriptions-on = 现在：社区的通知会发给您（一周最多两条普通的）。
subscriptions-off = 现在：您从 { $at } 起不收通知，只收紧急的。
subscriptions-stop = 退订通知
subscriptions-again = 再收通知
subscriptions-news = 看栏目

broadcast-trail = “{ $title }”的经过：
broadcast-trail-line = { $at } { $what }
broadcast-trail-line-by = { $at } { $what }（{ $name }）
broadcast-trail-drafted = 写好草稿
broadcast-trail-alone = 人少，直接发
broadcast-trail-proposed = 请第二个人看
broadcast-trail-approved = 同意
broadcast-trail-refused = 不同意
broadcast-trail-reminded = 又提醒了一遍
broadcast-trail-unanswered = ⚠️ 紧急：10 分钟没人答复，没等第二个人同意就发出去了
broadcast-trail-taken-back = 收回去改
broadcast-trail-planned = 定下来了
broadcast-trail-freezing = 开始列名单
broadcast-trail-sending = 开始发
broadcast-trail-paused = 暂停
broadcast-trail-resumed = 接着发
broadcast-trail-stopped = 停了
broadcast-trail-expired = 过期
broadcast-trail-sent = 发完
broadcast-trail-corrected = 更正
broadcast-trail-recalled = 撤回
broadcast-trail-held = 有人这周已收两条，先等等
broadcast-trail-nobody = 名单里没有人
broadcast-trail-all-clear = 解除警报

own-line-broadcasts = 收到的群发：{ $n } 条
own-line-drafted = 您写的群发：{ $n } 条
own-line-unsubscribed = 从 { $at } 起不收群发，紧急的除外
own-key-answer = 您的回答
own-key-broadcasts = 发给您的群发
own-key-drafted = 您写的群发
own-key-sent_at = 什么时候发给您的
own-key-title = 标题
own-key-unsubscribed_at = 从什么时候起不收群发
