card-head = { $number } { $item }
card-until = 请在 { $until } 前办好。
card-state = 现在：{ $state }
card-line-name = 找谁：{ $name }
card-line-address = 地点：{ $address }
card-line-phone = 电话：{ $phone }
card-line-when = 时间：{ $when }
card-line-words = 情况：{ $words }
card-line-team = 队伍：{ $team }
card-line-helper = 办理人：{ $helper }
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
staff-emergency =
    紧急！请马上联系：
    { $card }
staff-emergency-more = 紧急事项 { $number } 又有新情况：{ $words }
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
