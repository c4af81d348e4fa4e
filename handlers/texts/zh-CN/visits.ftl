# 走访：提醒、走访卡、记录、答应的事、挂心的人。
visit-card =
    { $name } · { $home }
    { $day }，{ $how }
    去的人：{ $who }
visit-in-person = 上门
visit-by-call = 打个电话就行
visit-nobody-goes = 还没有人
visit-is-done = 已经去过了。
visit-is-refused = 本人说不用来，这一次不去了。
visit-is-cancelled = 这一次取消了。
visit-missed = 上次没人在家（{ $n } 次）。
visit-done = 办好了
visit-later = 改天
visit-nobody-home = 没人在家
visit-who = 请谁去
visit-no-more = 不用再来
visit-not-this = 这次不用来
visit-write = 补几句
visit-over = 这次走访已经有结果了，不用再点。
visit-details =
    { $name }
    电话：{ $phone }
    住址：{ $address }
    走访：{ $kind }
visit-kind-routine = 平常走动
visit-kind-festival = 节日慰问
visit-kind-birthday = 生日
visit-kind-occasion = 特别的事
visit-occasion-hardship = 生活有困难
visit-occasion-conflict = 家里闹矛盾
visit-occasion-hospital = 住院
visit-occasion-bereavement = 家里有人去世
visit-with-birthday = 这几天也是 TA 的生日。
visit-promised = 答应过：{ $what }（{ $day } 前）
visit-nothing-recorded = { $name }：这次没有留下记录。
visit-recorded = { $name }：{ $day }，{ $how }。记的人：{ $by }
visit-how-visit = 上门
visit-how-call = 打电话
visit-record-needs = 需要：{ $words }
visit-record-words = 本人的话：{ $words }
visit-promise-open = 答应了：{ $what }（{ $day } 前，还没办）
visit-promise-request = 答应了：{ $what }（已经派单）
visit-promise-done = 答应了：{ $what }（办好了）
visit-promise-dropped = 答应了：{ $what }（没办成）
promise-add = 记一件答应的事
worry-raise = 有点担心

# 提醒
visit-digest = 走访提醒：{ $parts }。
visit-digest-for = 您代 { $name } 走访：
visit-digest-nobody = 这几户还没有人去，请安排：
visit-digest-promises = 您答应的事，有 { $n } 件到日子了。
visit-digest-more = 另外还有 { $n } 户。
visit-n-late = 过了日子还没去 { $n } 户
visit-n-today = 今天 { $n } 户
visit-n-tomorrow = 明天 { $n } 户
visit-n-after = 后天 { $n } 户
visit-n-soon = 三天后 { $n } 户
visit-on-late = 没去成：{ $people }
visit-on-today = 今天：{ $people }
visit-on-tomorrow = 明天：{ $people }
visit-on-after = 后天：{ $people }
visit-on-soon = 三天后：{ $people }
visit-line = { $name }（{ $home }）
visit-line-call = { $name }（{ $home }，打电话就行）
visit-open = { $name }
visit-open-again = 看这次走访
visits-late = 有 { $n } 户走访迟了 { $days } 天以上：
visits-late-line = { $who }：该 { $day } 去，{ $visitor }
visits-late-street = { $station }：有 { $n } 户走访迟了 { $days } 天以上。

# 记录
record-begin =
    记下了：{ $day } 去看了 { $name }。
    再问几句，都可以跳过。{ $rules }也不放照片。
record-again =
    { $day } 去看 { $name }，补几句吧，都可以跳过。
    { $rules }也不放照片。
record-day = 是哪天去的？
record-today = 今天
record-yesterday = 昨天
record-mistake = 点错了，还没去
record-day-please = 请说哪一天，比如“昨天”“上周三”“11月20号”。还没到的日子不行。
record-day-too-old = 太久以前的不用补了，{ $days } 天以内的可以。
record-how = 是上门还是打电话？
record-how-visit = 上门
record-how-call = 打电话
record-how-please = 请点一下：上门，还是打电话。
record-needs = TA 需要什么？一句话就好。
record-words = 本人有什么话想留下？用 TA 自己的话。
record-promise = 您答应了什么事吗？写一件。
record-words-please = 请打几个字，或者点“跳过”。
record-kept = 都记好了：{ $name }。谢谢您跑这一趟。
record-left = 好，就记到这里。
record-taken-back = 好，当作还没去，原来的安排不变。
record-unmade = 好，刚才那一笔不算。

# 答应的事
promise-what = 答应了什么事？一句话。
promise-owner = 这件事谁来办？
promise-by-own = 我自己办
promise-by-request = 派给队伍办
promise-by-secretary = 请书记办
promise-tap-please = 请点一下，谁来办。
promise-no-secretary = 书记现在不在，请选别人。
promise-item = 算哪一类事？
promise-other-item = 别的
promise-not-emergency = 紧急的事请马上打电话，不在这里派。
promise-day = 哪天之前办好？
promise-in-days = { $n ->
    [1] 明天
   *[other] { $n } 天内
}
promise-day-please = 请说哪一天，比如“周五”“12月3号”，{ $days } 天以内。
promise-kept-own = 记下了：{ $day } 前办好。到日子我提醒您，办完为止。
promise-kept-other = 记下了：{ $day } 前办好，{ $owner } 来办，已经告诉 TA。
promise-yours-now = { $by } 走访 { $name }，有一件事请您在 { $day } 前办。
promise-request-done = 已经派出去了，编号 { $number }，{ $until } 前会有人联系 TA。
promise-request-told = { $by } 替您登记了一件事，编号 { $number }。{ $until } 前会有人联系您。
promise-left = 好，先不记。
promise-open = { $name }：答应的事
promise-card =
    答应 { $name } 的事：{ $what }
    { $day } 前办好。办得怎么样了？
promise-done = 办好了
promise-later = 再等几天
promise-drop = 办不成
promise-thanks = 太好了，谢谢您说到做到。
promise-dropped = 记下了。请您亲口跟 { $name } 说一声。
promise-moved = 好，改到 { $day } 前。
promise-over = 这件事已经了了。

# 改天、没人、不用来
visit-later-when = 改到哪天？
visit-day = { $day }
visit-day-please = 请说哪一天，比如“明天”“周五”“12月3号”。
visit-day-too-far = 太远了。{ $days } 天以内选一天，再远请跟书记说。
visit-later-why = 为什么改天？
visit-reason-theirs = TA 不方便
visit-reason-mine = 我有事
visit-reason-weather = 天气不好
visit-reason-please = 请打几个字，或者点“跳过”。
visit-later-left = 好，日子不变。
visit-moved = 改好了：{ $day } 去。
visit-moved-told = { $by } 把走访改了日子：{ $who }，{ $day } 去。
visit-moved-often = { $who }：走访改了 { $n } 次日子，现在是 { $day }。
visit-missed-once = 记下了：{ $name } 不在家。{ $day } 再去一趟，好吗？
visit-missed-again = 又没见到 { $name }。{ $day } 再去；已经告诉联络员留心。
visit-other-day = 换一天
visit-call-first = 先打电话
visit-refused = 记下了，不再安排去看 { $name }。TA 哪天想了，随时可以说。
visit-refused-once = 记下了，这次不去看 { $name }。别的不变。
visit-refused-told = { $who }：本人说不用来，这次不去了。
visit-refused-mistake = 点错了
visit-refused-not = 好，当作没点过，走访照旧。
visit-refused-not-told = { $who }：刚才是点错了，走访照旧。
visit-who-shall-go = 请谁去看 { $name }？
visit-nobody-can = 那天站里没有别人能去。可以改天，或者您自己去。
visit-who-goes-now = { $who }：现在由{ $name }去，谢谢您惦记。
visit-yours-now = 请您去走访：{ $who }，{ $day }。
visit-over-limit = { $who }：走访改到 { $day }，过了答应的时限，请留心。
visit-come-moved = 说好来看您，改到 { $day } 来。
visit-call-moved = 说好给您打电话，改到 { $day }。

# 挂心
worry-new =
    请留心 { $name }（{ $home }）：{ $cause }。
    现在怎么办？
worry-cause-not-reached = 去了两次都没见到人
worry-cause-word = 去看的人有点担心
worry-call = 打电话
worry-go = 去看看
worry-tell = 通知书记
worry-see = 看详情
worry-card =
    { $name }（{ $home }）：{ $cause }
    说的人：{ $by }
    说了什么：{ $words }
worry-phone = { $name } 的电话：{ $phone }。打完如果没事，就不用再管；不放心就去看看。
worry-gone = 好，今天由您去看看。
worry-taken = 今天由 { $by } 去看：{ $who }。要不要一起去，跟 TA 说一声就行。
worry-told = 已经告诉书记。
worry-nobody-to-tell = 现在找不到书记，请直接打服务站电话。
worry-note = 担心什么？一句话，说看见的。
worry-raised = 记下了，已经告诉书记和联络员。
worry-left = 好，不记了。
worry-none = 没有要留心的人。
worry-list = 有 { $n } 件还没有人看过：
worry-open = { $name }

# 一个人的走访
visits-of-way = 走访
visits-of = { $name } 的走访：
visits-of-none = { $name } 还没有走访记录。
visits-of-line = { $day }：{ $how }，{ $who }，{ $state }
visit-state-planned = 还没去
visit-state-done = 去过了
visit-state-refused = 本人不用
visit-state-cancelled = 取消了
visit-add = 记一次走访
visited-not-yours = 您的名单里没有这个人，不能替 TA 记走访。要不要去，请问书记。
visited-nobody = 您的名单里还没有人。
visited-whom = 您去看了谁？
visited-one = { $name } · { $home }
visited-no-card = 站里没有叫这个名字的服务卡。名字写全了吗？
visited-name-please = 请在 /visited 后面写上名字，比如：/visited 张阿姨
command-visited = 记走访
visit-plan = 约一次走访
visit-plan-when = 约在哪天？
visit-plan-left = 好，先不约。
visit-planned = 约好了：{ $day } 去看 { $name }。到时候我提醒您。
visit-unwished = { $name } 说过不用来看，就不约了。
own-line-visits = 走访记录：{ $n } 次
own-key-visits = 来看您的记录
own-key-needs = 需要什么
own-key-promises = 答应您的事
own-key-worries = 为您操心的事
visits-late-total = 连同以前的，一共 { $n } 户。
