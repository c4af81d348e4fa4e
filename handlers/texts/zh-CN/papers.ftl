# 传阅文件和投票：发的人问什么，收到的人看到什么。
command-papers = 文件传阅和投票
paper-left = 好的，先放着，在“我写的”里找得到。
paper-tap-please = 请点一个按钮，或者回数字。
paper-part-rules = 截止时间和选项
paper-ask-deadline = 请大家什么时候前看完？点一个，或写个日子，比如“12月5日18点”。
paper-no-deadline = 不设期限
paper-until = { $at } 前
paper-until-any = 方便的时候
paper-when-unclear = 没看懂是什么时候。请写日子和钟点，比如“12月5日18点”。
paper-when-over = { $at } 太近、已经过了，或者太远。请另写一个时间。
paper-foot-first = 看过请点一下“我看过了”。
paper-foot-first-until = 请在 { $at } 前看一看，看过点一下“我看过了”。
paper-foot-newer = 这是第 { $version } 版，以这版为准。看过请点一下“我看过了”。
paper-foot-newer-until = 这是第 { $version } 版，以这版为准。请在 { $at } 前看一看，看过点一下“我看过了”。

# 看过的人
paper-not-yours = 这份文件不是发给您的，不用点。
paper-gone = 这份文件已经没有了。
paper-taken-back = 这条已经停了或者撤回了，不用管它。
paper-newer = “{ $title }”有了新的一版，请看这一版：
paper-read-before = 您 { $at } 已经点过看过了。谢谢。
paper-thanks = 记下了，“{ $title }”您看过了。谢谢！
paper-see = 再看一遍
paper-reminder = “{ $title }”您还没点看过。请{ $until }看一看。

# 发的人
papers-none = 还没有发过文件或投票。
papers-all = 发过的文件和投票，新的在前：
papers-document = 文件：{ $title }（{ $n } 人里 { $read } 人看过）
papers-poll = 投票：{ $title }（已有 { $n } 票）
papers-poll-over = 投票：{ $title }（结束了，{ $n } 票）
papers-back = 看别的
paper-page = “{ $title }”（{ $state }）
    { $foot }
    名单上 { $n } 人，{ $read } 人看过。
paper-who-not = 谁还没看
paper-remind = 提醒还没看的
paper-again = 发新的一版
paper-new-version = “{ $title }”的新版先照原样放好了，等会儿点“改一改”换上新内容。发出后会请大家重新看。
paper-reminding = 好的，这就去提醒。晚上和午休时不打扰，到时再送到。
paper-reminded-before = { $at } 刚提醒过，隔一天再提醒吧。
paper-deadline-over = “{ $title }”到期了：名单上 { $n } 人，{ $read } 人看过。
paper-unread = 还没点看过的：
paper-unread-line = · { $name }，{ $where }：{ $how }
paper-unread-none = 没有了，都看过了。
paper-unread-further = 这一段都看过了，后面还有。
paper-not-yet = 收到了，还没看
paper-on-its-way = 还在路上
paper-no-way = 没送到

# 投票：发的人
poll-ask-options = 有哪些选项？一行写一个，2 到 10 个。
poll-usual-options = 同意、不同意、弃权
poll-options-few = 至少要两个选项。请一行写一个。
poll-options-many = 选项太多了，最多 { $most } 个。请再写一遍。
poll-option-long = 有的选项太长，每个最多 { $characters } 个字。请再写一遍。
poll-ask-most = 选项：{ $options }。每张票最多选几个？
poll-most-one = 只选一个
poll-most-some = 最多 { $n } 个
poll-most-any = 几个都行
poll-ask-how = 记名还是匿名？匿名的谁也看不到谁选了什么，不到 5 票不公布。
poll-how-secret = 匿名
poll-how-named = 记名，我看得到
poll-ask-per = 一户一票，还是一人一票？
poll-ask-closes = 投到什么时候？点一个，或写个日子，比如“12月5日18点”。
poll-remind = 提醒还没投的
poll-end = 现在结束
poll-end-sure = “{ $title }”现在就结束吗？结束后不能再投。
poll-end-yes = 结束
poll-end-no = 不结束
poll-ended = 结束了，结果算好就告诉您。
poll-over = 这次投票已经结束了。
poll-page = “{ $title }”（{ $state }）
    { $foot }
    名单上 { $n } 人。{ $ballots }
poll-see-votes = 谁选了什么
poll-votes = 谁选了什么：
poll-votes-none = 还没有人投。
poll-vote-line = · { $name }：{ $chosen }
poll-voter-left = （已退出）
poll-tell-all = 告诉大家
poll-nothing-to-tell = 现在还没有可以公布的结果。
poll-result-title = 投票结果：{ $title }

# 投票：投的人
poll-per-person = 一人一票
poll-per-household = 一户一票
poll-secret = 匿名
poll-named = 记名，发的人看得到
poll-one-option = 选一个
poll-any-options = 几个都行
poll-most-options = 最多选 { $n } 个
poll-foot = { $per }，{ $how }，{ $most }，{ $at } 截止。
poll-go = 去投票
poll-ballot = “{ $title }”
    { $rules }
    选哪个？点了就算投好。
poll-ballot-several = “{ $title }”
    { $rules }
    一个个点，选好再点“投好了”。
poll-ticked = ✓ { $text }
poll-cast = 投好了（选了 { $n } 个）
poll-cast-done = “{ $title }”：投好了。
poll-thanks-secret = 投好了，谢谢！匿名的，不能再改。{ $at } 截止。
poll-thanks-named = 投好了，您选的是：{ $chosen }。{ $at } 前还能改。
poll-change = 改一改
poll-not-yours = 这次投票没有请您，不用投。
poll-voted = 您已经投过了。匿名的票不能再改。
poll-voted-by-name = 您已经投过了。
poll-home-voted = 您家已经投过一票了。一户一票，谁投都算。
poll-no-home = 这次一户一票，还不知道您家门牌。请先告诉我们，再来投。
poll-tell-home = 填住址
poll-too-many = 最多选 { $n } 个，先去掉一个再选。
poll-nothing-ticked = 还没选呢，先点一个。
poll-reminder = “{ $title }”{ $at } 截止，您还没投。

# 投票：结果
poll-result = “{ $title }”投票结果：
poll-counting = 还没结束，或者正在数票，过一会儿再看。
poll-line = · { $option }：{ $n } 票，{ $share }%
poll-ballots = 共有 { $n } 人投票。
poll-ballots-homes = 共有 { $n } 户投票。
poll-nobody = 没有人投票。
poll-too-few = 不到 { $fewest } 票，为了不让人猜出谁选了什么，不公布。
poll-picture-votes = { $n } 票（{ $share }%）

# 自己的资料
own-line-votes = 记名投票：{ $n } 次
own-read-unread = 谁还没看文件的名单
own-read-votes = 记名投票的名单
own-key-votes = 记名投票里您选了什么
own-key-chosen = 选了什么
