# 协调员和服务台：看待办、安排、转办、班次、队伍、今天的数字。
command-team = 管理队伍
command-enter = 代人登记
command-away = 请假
command-today = 今天的数字
staff-new =
    新求助，请安排：
    { $card }
staff-given-back =
    志愿者来不了，请另外安排：
    { $card }
staff-unread =
    队伍的群里没人看了，请另外安排：
    { $card }
staff-transferred = { $origin }转来一件事。理由：{ $reason }
staff-parked = 有一条消息没处理成，发 /parked 看看。

board-open = 待办 { $n } 件，点一件看。
board-of-kind = { $kind } { $n } 件，点一件看。
board-part = 只看：{ $part }
board-empty = 没有待办的事。
board-line = { $number } { $item } · { $state }
board-sensitive = 敏感事项
board-count = { $kind } { $n }
board-kind-new = 新来的
board-kind-offered = 派单中
board-kind-hand = 办理中
board-kind-waiting = 等居民
board-kind-late = 超时
board-kind-disputed = 有异议
board-kind-silent = 没回音
board-kind-parked = 出错的消息
board-filter = 只看一部分
board-all = 全部待办
board-by = 按什么看？
board-by-unit = 按地方
board-by-series = 按类别
board-by-team = 按队伍
board-back = 看待办
board-look = 看这件事
board-more = { $number } 还可以：
board-assign = 指派
board-transfer = 转办
board-note = 备注
board-extend = 延期
board-merge = 并单
board-answer = 直接答复
board-cancel = 撤销
board-reject = 不予受理
board-accept = 受理
board-history = 全部经过
board-which-team = { $number } 交给谁？
board-self = 我来办
board-who = { $number } 请谁去？
board-group = 发到群里
board-offered = { $number } 已发到{ $team }。
board-assigned = { $number } 已交给 { $helper }。
board-not-for-group = 这件事不方便发到群里，请指派一个人。
board-nobody-reads = { $team }的群里现在没人看，请指派一个人。
board-nobody-on-duty = { $team }现在没人在岗，请指派一个人。
board-out-of-reach = 现在联系不上 { $helper }，请换一位。
board-not-your-volunteer = 这位不是您这里的志愿者。
board-in-words = 请打几个字说明。
board-left = 好的，先不动。
board-ask-note = 要备注什么？只有工作人员看得到。
board-noted = { $number } 备注好了。
board-ask-answer = 怎么答复居民？
board-ask-cancel = 为什么撤销？理由会告诉居民。
board-ask-reject = 为什么不能受理？理由会告诉居民。
board-ask-instead = 请居民另找哪里？写地方或电话。
board-closed = { $number } 已了结，也告诉了居民。
board-accepted = { $number } 已受理，请在 { $until } 前办结。
board-not-answer = { $number } 已经派出去了，不能再直接答复。
board-not-cancel = { $number } 现在不能撤销。
board-not-reject = { $number } 已经受理了，不能再不受理；可以转办或撤销。
board-not-merge = { $number } 已经有人在办，不能并单。

request-accepted = { $number } 已受理，我们会在 { $until } 前办好。
request-answered = { $number } { $about }，答复：{ $words }
request-closed = { $number } 不再办理，原因：{ $reason }。有疑问请找服务台。
request-rejected = { $number } 我们办不了，原因：{ $reason }。请找：{ $instead }
request-extended = { $number } 要多花点时间：{ $reason }。最晚 { $until } 办好。
request-transferred = { $number } 现在由{ $unit }办理。
request-referred = { $number } 要由{ $to }办理，电话 { $phone }。原因：{ $reason }
request-referred-ask = { $number } 要由{ $to }办理，原因：{ $reason }。怎么找，可打服务台 { $phone } 问。
request-merged = { $number } 和 { $other } 是同一件事，一起办；办好了会问您。
help-extended = { $number } 延期到 { $until }，辛苦了！

transfer-whom = { $number } 转给谁？
transfer-team = 别的队伍
transfer-unit = 别的社区
transfer-outside = 有关部门
transfer-which-unit = { $number } 转给哪个社区？
transfer-which-outside = { $number } 转给哪个部门？
transfer-not-there = 这件事本来就在那里。
transfer-why = 为什么转？理由会写进记录。
transfer-done = { $number } 已转给{ $unit }。
refer-done = { $number } 已转介{ $to }，电话告诉居民了。

dispute-begin = 不归我们
dispute-why = 为什么不归你们？请写明理由。
dispute-raised = { $number } 的异议提出了，两小时内有答复。
dispute-too-late = { $number } 现在不能提异议了。
dispute-open = { $number } 有异议还没定，定了再安排。
dispute-new =
    派单异议，请两小时内决定：
    { $line }
    理由：{ $reason }
dispute-undecided =
    派单异议两小时没人定，请您决定：
    { $line }
dispute-keep = 维持
dispute-back = 收回
dispute-kept = { $number } 的异议没有采纳，请贵处办理。
dispute-kept-done = { $number } 仍由{ $unit }办理。
dispute-returned = { $number } 的异议采纳了，退回原单位。

merge-which = { $number } 和哪件是同一件事？
merge-none = { $number } 附近 24 小时内没有同样的事。
merge-not-these = 这两件不能并在一起。
merge-done = { $number } 并进了 { $other }。

extend-why = 为什么要延期？理由会告诉居民。
extend-how-long = 延几天？
extend-days = { $n } 天
extend-days-please = 请点 1 天、3 天或 7 天。
extend-once = { $number } 已经延过一次，不能再延。
extend-not-yet = { $number } 还没有人接，不能延期。
board-extended = { $number } 延期到 { $until }，告诉居民了。

history-line = { $at } { $who }：{ $what }
history-line-note = { $at } { $who }：{ $what }（{ $note }）
history-system = 系统
history-rung = { $limit }{ $rung }
history-earlier = 更早的经过还有 { $n } 条。
history-contact-by = 首次联系：{ $at } 前
history-contacted = 首次联系：{ $at } ✓
history-done-by = 办结期限：{ $at }
history-extended-to = 办结期限：{ $at }（已延期）
history-done = 办结：{ $at } ✓
history-holder = 在办：{ $name }，{ $since } 接的
history-holder-due = 在办：{ $name }，{ $since } 接的，说好 { $due } 到
history-offer = 问过 { $whom }：{ $state }
history-offer-why = 问过 { $whom }（{ $why }）：{ $state }
history-coming = 将到：{ $at } { $limit }{ $rung }
limit-respond = 联系期限
limit-resolve = 办结期限
rung-warning = 提醒
rung-due = 到期
rung-leader = 报队长
rung-coordinator = 报协调员
rung-street = 报上级
offer-state-open = 等回话
offer-state-taken = 接了
offer-state-withdrawn = 撤回了
offer-state-declined = 来不了
offer-state-expired = 没回话
move-submit = 提交
move-accept = 受理
move-answer = 直接答复
move-refer = 转介
move-reject = 不予受理
move-merge = 并单
move-dispatch = 派单
move-dispute = 派单异议
move-claim = 接单
move-give-back = 退回
move-hand-over = 转交
move-replace = 换人
move-contact = 联系上了
move-start = 开始办
move-wait = 等居民补充
move-go-on = 继续办
move-extend = 延期
move-resume = 接着办
move-finish = 办结
move-confirm = 居民确认
move-close-unanswered = 回访无人答
move-reopen = 重办
move-cancel = 撤销
move-archive = 归档
move-correct = 改了说法
move-add = 补充
move-promise = 说好时间
move-arrive = 到了
move-note = 备注
move-absorb = 并入一件
move-called = 电话告知
move-dispute-undecided = 异议没人定，报上级
move-alert = 再次呼叫
move-consent = 同意
move-offer = 找志愿者
move-other = 有新情况

callback-please =
    请打电话告诉 { $name }（{ $phone }）：
    { $words }
callback-did = 已打电话
callback-waits = { $number } 半小时了还没人打电话，请看看。
callback-done = { $number } 已电话告知（{ $name }）。

enter-phone = 来电人的电话？
enter-phone-again = 这个号码看着不全，请再输一次。
enter-who = 这个号码登记过，是哪一位？
enter-somebody-else = 另一个人
enter-tap-please = 请点一下上面的选项。
enter-name = 怎么称呼来电人？
enter-place = 在什么地方？打字说，或者点选。
enter-place-in-words = 打几个字，或者点选。
enter-place-which = 具体是哪里？请点选。
enter-place-here = 就记到这里
enter-words = 什么事？照来电人的话写。
enter-item = 是哪一件？
enter-other-item = 看全部目录
enter-card =
    { $item }
    找谁：{ $name }
    电话：{ $phone }
    地点：{ $address }
    情况：{ $words }
enter-yes = 登记
enter-press-please = 没问题就点“登记”，不登记就说“取消”。
enter-left = 好的，不登记了。
enter-done = 登记好了，编号 { $number }，请告诉来电人：最晚 { $until } 前有人联系。

away-how-long = 离开几天？点选，或者回复天数。
away-days = { $n } 天
away-days-please = 请回复天数，1 到 { $most }。
away-who = 请谁代您？
away-nobody = 没有人代
away-nobody-name = 没有人
away-tap-please = 请点一下上面的名字。
away-done = 好的，到 { $until } 前由 { $cover } 代您。回来了发 /away。
away-alone = 好的，到 { $until } 前有事直接报上一级。回来了发 /away。
away-you-cover = { $name } 离开到 { $until }，这段时间请您代看。
away-cover-over = { $name } 回来了，谢谢您代看！
away-now = 您请假到 { $until }，代您的是：{ $cover }。
away-back = 我回来了
away-not = 您没有请假。
away-welcome = 欢迎回来！

today-numbers = 今天：新 { $new }，接 { $taken }，办结 { $done }；现在：超时 { $late }，等居民 { $waiting }。
today-contact = 首次联系平均 { $hours } 小时 { $minutes } 分。

team-which = 看哪个队？
team-overview =
    { $team }：{ $n } 人，{ $place }
    派单方式：{ $mode }
    会做：{ $skills }
team-mode-group = 发到群里，先点先接
team-mode-ring = 按远近轮流问
team-member = { $name } · 手上 { $load } 件
team-member-marked = { $name } · 手上 { $load } 件 · { $marks }
team-leads = 队长
team-on-leave = 请假
team-off-duty = 休息
team-invite = 邀请队员
team-change-mode = 换派单方式
team-change-skills = 改会做的事
team-change-area = 改服务范围
team-where = 这个队服务哪里？
team-skills = 点一下就改：
team-has = ✓ { $skill }
team-has-not = { $skill }
team-back = 回到队伍
team-one =
    { $name }（{ $team }）
    手上 { $load } 件（最多 { $most } 件），近 30 天接过 { $recent } 件
    { $duty }
team-duty-on = 可以接单
team-duty-off = 休息中
team-duty-leave = 请假中
team-to-leave = 请假一周
team-change-load = 最多接几件
team-more = 更多
team-more-of = { $name }：要改什么？
team-back-to-member = 返回
team-how-many = { $name } 最多同时接几件？
team-load = { $n } 件
team-your-load = 您在{ $team }最多同时接 { $n } 件。太多或太少，跟队长说一声。
team-can-do = { $name } 会做哪些？点一下就改：
team-to-duty = 恢复接单
team-lead = 请他当队长
team-lead-no-more = 不再当队长
team-remove = 请出队伍
team-out-sure = 真的请 { $name } 离开{ $team }？
team-out-yes = 是的
team-out-done = { $name } 不在{ $team }了。
team-tasks-first = { $name } 手上还有任务，办完或转给别人再说。
team-not-in-it = 这位不在队里了。
team-no-volunteer = 这位不是志愿者，不用请假。
team-you-are-on-leave = 您在{ $team }请假到 { $until }，好好休息。
team-you-are-on-duty = 您在{ $team }恢复接单了。
team-you-lead = 您现在是{ $team }的队长，辛苦了！
team-you-lead-no-more = 您不再是{ $team }的队长，谢谢您这段时间的辛苦！
team-you-are-out = 您不在{ $team }了，谢谢您做过的一切！
