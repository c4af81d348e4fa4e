card-head = { $number } { $item }
card-taken =
    { $card }
    ✓ { $helper } 接了
card-closed =
    { $card }
    ✓ 已办结
card-withdrawn =
    { $card }
    已另作安排
card-until = 请在 { $until } 前办好。
card-state = 现在：{ $state }
line-name = 找谁：{ $name }
line-address = 地点：{ $address }
line-phone = 电话：{ $phone }
line-when = 时间：{ $when }
line-words = 情况：{ $words }
line-team = 队伍：{ $team }
line-helper = 办理人：{ $helper }
offer-new =
    新任务
    { $card }
offer-take = 我来
offer-yours = 是您的了，地址和电话已私发给您。
offer-taken = 已经有人接了，谢谢您！
offer-gone = 这件事已经撤了，谢谢您！
offer-own = 这是您自己提的事，等别人来帮您吧。
offer-meet-first = 请先私聊我说句话，我才能把地址发给您。
help-finish = 办好了
help-return = 我来不了
help-ask-note = 辛苦了！写一句怎么办的？
help-note-in-words = 打几个字就行，或者跳过。
help-not-yet = 好的，还没办完，不急。
help-thanks = 辛苦了，谢谢您！
help-done = { $number } 办好了，谢谢您！
help-over = { $number } 已交给别人，地址和电话不再显示。
help-relieved = { $number } 改由别人去，您不用去了，谢谢您！
help-returned = 没关系，{ $number } 交给别人。
help-not-yours = 这件事现在不在您手上。
help-none = 您手上没有任务。
help-attachment = { $number } 补充了照片或文件：
help-corrected = { $number } 居民改了说法：{ $words }
help-confirmed = { $number } 居民说解决了，谢谢您！
staff-new =
    新求助，请安排：
    { $card }
staff-given-back =
    志愿者来不了，请另外安排：
    { $card }
staff-reopened =
    居民说没解决，请换人再办：
    { $card }
staff-unread =
    队伍的群里没人看了，请另外安排：
    { $card }
staff-emergency =
    紧急！请马上联系：
    { $card }
staff-emergency-more = 紧急事项 { $number } 又有新情况：{ $words }
staff-parked = 有一条消息没处理成，发 /parked 看看。
board-open = 待办 { $n } 件，点一件看。
board-empty = 没有待办的事。
board-line = { $number } { $item } · { $state }
board-assign = 指派
board-back = 看待办
board-which-team = { $number } 交给谁？
board-self = 我来办
board-who = { $number } 请谁去？
board-group = 发到群里
board-offered = { $number } 已发到{ $team }。
board-assigned = { $number } 已交给 { $helper }。
board-not-for-group = 这件事不方便发到群里，请指派一个人。
board-nobody-reads = { $team }的群里现在没人看，请指派一个人。
board-out-of-reach = 现在联系不上 { $helper }，请换一位。
board-not-your-volunteer = 这位不是您这里的志愿者。
failures-none = 没有出错的消息。
failure =
    { $at } { $error }
    { $frames }
failure-retry = 再试一次
failure-drop = 已处理
failure-gone = 这一条已经处理过了。
failure-again = 好，马上再试一次。
failure-dropped = 好，不再列出。
staff-emergency-place = 紧急事项 { $number } 的位置：
