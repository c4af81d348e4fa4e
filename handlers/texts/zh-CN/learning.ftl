command-teach = 知识库
unanswered-wish = 有答案告诉我
unanswered-wished = 好，一有答案就告诉您。
unanswered-told = 您问过“{ $words }”，现在有答案了。
    { $question }
    { $answer }
unanswered-see = 看详细
unanswered-morning = 有 { $n } 个问题还没人能答，问得最多的在前面：
unanswered-all = 看全部
unanswered-list = 还没有答案的问题（{ $n } 个），问得最多的在前：
unanswered-none = 现在没有待答的问题。
unanswered-line = { $words }（{ $n }人）
unanswered-head = { $n } 人问过，{ $wish } 人等着听答案：
unanswered-words = “{ $words }”
unanswered-write = 写答案
unanswered-same = 已有答案
unanswered-drop = 不用答
unanswered-back = 返回列表
unanswered-dropped = 好，这个问题收起来了。
unanswered-which = 是哪一条？也可以打几个字再找。
unanswered-which-words = 是哪一条？请打几个字找一找。
unanswered-no-such = 没找到。换几个字试试？
unanswered-joined =
    好，以后这样问就答“{ $question }”。{ $n ->
        [0] {""}
       *[other] 已告诉 { $n } 位等着的居民。
    }
unanswered-joined-desk =
    好，这些说法等主任看过，以后就答“{ $question }”。{ $n ->
        [0] {""}
       *[other] 已告诉 { $n } 位等着的居民。
    }
unanswered-over = 这个问题已经有人处理了。
teach-overview = 知识库：
teach-open = 没答上的问题（{ $n }）
teach-drafts = 待同意的答案（{ $n }）
teach-phrases = 新说法（{ $n }）
teach-edit = 改答案
teach-new = 写新问题
teach-drafts-list = 这些答案等您同意：
teach-drafts-none = 没有等着同意的答案。
teach-morning = 知识库有新东西等您看一眼：
teach-waits = 值班写了一条答案，可以用吗？
teach-waits-words = 以后这样问，也这样答：
teach-agree = 可以用
teach-refuse = 先不用
teach-agreed = { $by } 同意了：“{ $question }”的答案已经在用。
teach-refused = { $by } 觉得“{ $question }”的答案先不用。可以再写一个。
teach-dropped = 好，没有采用。
teach-handed-in = 已交给社区主任看，同意后就用上。
teach-ask-question = 居民会怎么问？写一句话。
teach-ask-question-of = 居民问的是“{ $words }”。问题写成什么样？
teach-as-asked = 就用这句
teach-question-length = 请写一句话，最多 { $most } 个字。
teach-ask-answer = 怎么答？写短一点，像跟邻居说话那样。
teach-answer-length = 请用文字写，最多 { $most } 个字。
teach-ask-facility = 要去哪里办？可以打地方的名字。
teach-nowhere = 不用去哪里
teach-which-facility = 有好几个地方，请选一个：
teach-no-facility = 没有这个地方。换个名字试试，或者选“不用去哪里”。
teach-sure = 这样写，对吗？
teach-publish = 发布
teach-hand-in = 交给主任
teach-press = 请按一下按钮。
teach-published =
    “{ $question }”已经在用了。{ $n ->
        [0] {""}
       *[other] 已告诉 { $n } 位等着的居民。
    }
teach-look = 看一看
teach-left = 好，没有改动。
teach-over = 这条已经有人处理了。
teach-line-question = 问：{ $question }
teach-line-facility = 去哪里：{ $facility }
phrase-review =
    居民说“{ $words }”，意思是“{ $label }”吗？
    { $origin }，说了 { $times } 次。{ $left ->
        [0] {""}
       *[other] 后面还有 { $left } 条。
    }
phrase-confirmed = 居民自己选的
phrase-corrected = 值班改正的
phrase-answered = 写答案时收的
phrase-take = 收下
phrase-decline = 不要
phrase-see-used = 在用的说法
phrase-none = 没有新说法要看了。
phrase-taken = 收下了：“{ $words }” → { $label }。从下一句话起就用。
phrase-undo = 撤回
phrase-declined = 好，不要“{ $words }”。
phrase-undone = 已撤回“{ $words }”，从下一句话起不再用。
phrase-again = 还是要用
phrase-used = 在用的说法，点一个可以撤回：
phrase-used-none = 还没有学来的说法。
phrase-line = { $words } → { $label }
phrase-one = “{ $words }” → { $label }，{ $since } 开始用。
phrase-already = 已经这样了。
answer-find = 改哪一条？打几个字找一找。
answer-found = 找到这些。不对就再打几个字。
answer-which = 改什么？
answer-answer = 改回答
answer-question = 改问题
answer-bring = 改带什么
answer-facility = 改去哪里
answer-english = 改英文
answer-more = 改别的
answer-right = 还是对的
answer-history = 谁改过
answer-retire = 停用
answer-restore = 恢复
answer-still-right = 好，“{ $question }”记为今天看过。
answer-retired = “{ $question }”停用了，不再答给居民。
answer-retired-name = { $text }（已停用）
answer-line-retired = 已停用，不再答给居民。
answer-restored = “{ $question }”又在用了。
answer-gone = 这条答案已经不用了。
answer-changed = “{ $question }”改好了，从下一句话起就用。
answer-ask-answer =
    现在的回答是：
    { $now }
    改成什么？
answer-ask-question =
    现在的问题是：{ $now }
    改成什么？
answer-ask-bring =
    现在写的是带：{ $now }
    改成什么？
answer-ask-english =
    现在的英文问题是：{ $now }
    改成什么？
answer-ask-answer-english =
    现在的英文回答是：
    { $now }
    改成什么？
answer-ask-bring-english =
    带什么，英文现在写的是：{ $now }
    改成什么？
answer-as-it-is = 不用改
answer-nothing-to-bring = 什么都不用带
answer-line-bring = 带什么：{ $bring }
answer-line-reviewed = 上次核对：{ $day }
answer-line-old = 已过核对日期，请看看还对不对。
answer-line-changed = { $by } 在聊天里改过（{ $at }）
answer-history-head = 改动记录：
answer-history-none = 还没有人改过。
answer-history-line = { $at } { $by }：{ $what } → { $after }
answer-by-pack = 资料包
answer-field-question = 问题
answer-field-answer = 回答
answer-field-question_en = 英文问题
answer-field-answer_en = 英文回答
answer-field-bring = 带什么
answer-field-bring_en = 带什么（英文）
answer-field-facility = 去哪里
answer-field-items = 可办的事
answer-field-owner = 负责人
answer-field-reviewed = 核对日期
answer-field-retired = 停用
answer-morning-old = 有 { $n } 条答案过了核对日期，请看看还对不对：
board-item = 换一项
reclass-which = 其实是哪一项？也可以打几个字再找。
reclass-words = 其实是哪一项？请打几个字找一找。
reclass-none = 没有这样的服务。换几个字试试？
reclass-done = { $number } 已改成“{ $item }”。
reclass-not-now = { $number } 现在不能换：已经有人在办，或者办完了。
request-reclassed = 您的事 { $number } 现在按“{ $about }”办，编号不变。
move-reclass = 换了一项
