# 公开信息：看、订、发。
command-news = 社区消息
news-topics = 想看哪一类？
news-link = 网页上看：{ $link }
news-topic = { $subject }
news-topic-on = { $subject }（已订）
news-about = { $subject }，最近的：
news-about-none = { $subject }还没有消息。
news-item = { $title }
    { $words }

    { $unit } · { $day }
news-corrected = （有更正）
news-more = 看别的
news-on = 订阅
news-off = 不订了
news-subscribed = 订好了。有新的{ $subject }消息，发给您。
news-unsubscribed = 好，{ $subject }消息不再发给您，随时可以来看。
news-withdrawn = 这条已经撤下了。
news-write = 发一条
news-ask-subject = 属于哪一类？
news-ask-title = 标题写什么？最多 { $most } 字。
news-ask-words = 内容写什么？人人都能看到，别写个人的事。
news-words-please = 请打字写给我。
news-too-long = 有 { $length } 字，请缩到 { $most } 字以内。
news-preview = 会这样公开（{ $subject }）：
    { $title }
    { $words }
news-publish = 公开
news-tap-please = 看好了就点“公开”。
news-published = 公开了，人人都能看到。
news-changed = 改好了，地址不变。
news-taken-down = “{ $title }”撤下来了。
news-look = 看一看
news-correct = 更正
news-withdraw = 撤下来
news-left = 好，没有公开。

web-news-title = 社区消息
web-news-none = 还没有消息。
web-news-all = 全部消息
web-news-feed = 订阅源（Atom）
web-news-corrected = 有更正
web-news-gone = 这条消息已经撤下了。
web-news-ask = 有事找我们

own-key-subscriptions = 您订的消息
own-line-subscriptions = 订了：{ $subscriptions }

broadcast-part-subject = 公开到消息页
news-send = 发给订阅的人
news-under-what = 发出后，放到消息页的哪一类？
news-nowhere = 不公开
news-not-public = 好，只发给选好的人。
news-will-be-public = 发完后，人人都能在“{ $subject }”里看到。
