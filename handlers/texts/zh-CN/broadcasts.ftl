# 群发：收到的人看到的话，和发的人看到的话。
broadcast-says-first = 【{ $unit }】**{ $title }**
    { $words }
broadcast-says-second = 【{ $unit }】再跟您说一声：**{ $title }**
    { $words }
broadcast-says-correction = 【{ $unit }】更正：**{ $title }**
    { $words }
broadcast-says-recall = 【{ $unit }】“{ $title }”这条已经撤回，不用管它了。
broadcast-all-clear = 【{ $unit }】警报解除：**{ $title }**
    { $words }
broadcast-known = 知道了
broadcast-help = 需要帮助
broadcast-cannot = 不方便
broadcast-yes = 参加
broadcast-no = 不参加
broadcast-proxy = 请人代
broadcast-read = 我看过了
broadcast-unsubscribe = 退订
broadcast-expired = “{ $title }”过了有效时间，没发完的不再发了。

## 群发：写的人看到的
command-broadcast = 群发通知
broadcast-hub = 群发。要做什么？
broadcast-new = 写一条
broadcast-own = 我写的
broadcast-to-approve = 等我同意的
broadcast-more = 更多
broadcast-more-what = 还有这些：
broadcast-saved-audiences = 存好的对象
broadcast-back = 返回
broadcast-ask-unit = 以谁的名义发？
broadcast-ask-kind = 发哪一种？
broadcast-kind-routine = 一般通知
broadcast-kind-document = 传阅文件，请大家看过
broadcast-kind-poll = 投票、征求意见
broadcast-kind-emergency = 紧急通知
broadcast-ask-why = 为什么紧急？紧急通知不分早晚，马上就发。
broadcast-why-danger = 有人身危险
broadcast-why-outage = 突然停水停电停气
broadcast-why-routine = 不急，按一般通知发
broadcast-pick-please = 请点下面的一项。
broadcast-ask-title = 标题写什么？最多 { $most } 个字。
broadcast-title-please = 请用文字写一个标题。
broadcast-title-please-kept = 收到了，会一起发出去。请再写一个标题。
broadcast-title-long = 标题有 { $n } 个字，最多 { $most } 个字。请短一些，细节放到正文里。
broadcast-ask-words = 正文写什么？重点两边加 **，分条就每行用“- ”开头。
broadcast-words-please = 请用文字写正文。
broadcast-words-please-kept = 收到了，会一起发出去。正文写什么？
broadcast-words-long = 正文有 { $n } 个字，最多 { $most } 个字。您写的还在上面，请删短再发；全文可以作为文件附上。
broadcast-words-added = 加到正文后面了。
broadcast-unpaired = 有一处 ** 没有成对，会照原样显示。
broadcast-no-alarm = 这是群发的稿子，没有报警。真有危险，请马上打 110、119 或 120。
broadcast-ask-things = 要加照片、文件或地点吗？直接发过来，文件最多 { $most } 个。
broadcast-things-come = 已经加上：{ $what }。还可以接着发。
broadcast-things-no = 不加
broadcast-things-done = 好了
broadcast-things-none = 都去掉
broadcast-things-please = 请发照片、文件或地点；不用就点“不加”。
broadcast-no-stickers = 表情没法群发，别的都收下了。
broadcast-too-many = 一共 { $n } 个文件，最多 { $most } 个，后面的没有加上。
broadcast-n-photo = 照片 { $n } 张
broadcast-n-video = 视频 { $n } 个
broadcast-n-file = 文件 { $n } 个
broadcast-n-voice = 语音 { $n } 条
broadcast-a-place = 一个地点
broadcast-left = 好的，这条不写了。
broadcast-unchanged = 好的，没有改。
broadcast-ready = 上面就是大家会看到的样子。
    发给：{ $whom }
    { $when }
    发出去吗？
broadcast-ready-emergency = 上面就是大家会看到的样子。这是紧急通知。
    发给：{ $whom }
    { $when }
    发出去吗？
broadcast-send = 发出
broadcast-change = 改一改
broadcast-other-forms = 别的样子
broadcast-keep = 先存着
broadcast-kept = 存好了，在“我写的”里找得到。
broadcast-as-list = 没有按钮的地方是这样，回数字就行：
broadcast-as-elder = 用大字、回数字的老人看到的是这样：
broadcast-as-elsewhere = 您的另一个聊天里也发了一份样子，可以去看看。
broadcast-only-sample = 这是样子，收到的人点了才算。
broadcast-files-coming = 还有 { $n } 个文件没有收好，等几秒再点“发出”。一直不行就点“改一改”重发。
broadcast-changed-since = 这条后来改过了。请看新的样子。
broadcast-not-to-them = 这些人不归您通知，请点“改一改”重选对象。
broadcast-not-yours = 这条不是您写的，或者已经没有了。
broadcast-no-draft-now = 这条已经发出，或者正在等，现在不能改。
broadcast-change-what = “{ $title }”要改哪里？
broadcast-part-title = 标题
broadcast-part-words = 正文
broadcast-part-things = 照片、文件、地点
broadcast-part-whom = 发给谁
broadcast-part-when = 什么时候发
broadcast-look = 不改了，看看
broadcast-none-yet = 您还没有写过。
broadcast-yours = 您写的，新的在前：
broadcast-line = { $title }（{ $state }）
broadcast-state-draft = 草稿
broadcast-state-proposed = 等人同意
broadcast-state-refused = 没同意
broadcast-state-planned = 等时间
broadcast-state-freezing = 正在列名单
broadcast-state-sending = 正在发
broadcast-state-paused = 暂停
broadcast-state-sent = 发完了
broadcast-state-stopped = 停了
broadcast-state-expired = 过期了
broadcast-card-draft = “{ $title }”还是草稿。
    发给：{ $whom }
broadcast-card = “{ $title }”：{ $state }。
    发给：{ $whom }{ $n ->
        [0] { "" }
       *[other] ，名单上 { $n } 人
    }
broadcast-go-on = 接着写
broadcast-drop = 删掉
broadcast-drop-sure = 把“{ $title }”删掉吗？删了找不回来。
broadcast-drop-yes = 删掉
broadcast-drop-no = 不删
broadcast-dropped = “{ $title }”删掉了。
broadcast-take-back = 收回来改
broadcast-copy = 照样再写一条
