# 群发：收到后怎么回、没看到怎么打电话、发得怎么样了。
command-calls = 要打的电话
bc-answer-known = 好的，记下了。
bc-answer-cannot = 好的，知道您不方便，记下了。
bc-help-known = 值班的人已经知道了。
bc-help-words = “{ $title }”：我需要帮助。
bc-help-told = 已经告诉值班的人了。急事请打 { $phone }。
bc-help-told-urgent = 已经告诉值班的人了，会尽快找您。急事打 { $phone }，有生命危险马上打 110、119、120。
bc-help-call = 请直接打服务台电话 { $phone }。

calls-list = “{ $title }”有 { $n } 位没联系上，请打电话问一声，要紧的排在前面。
calls-all-later = “{ $title }”还有 { $n } 位没人接，过一会儿再打。
calls-none-left = “{ $title }”要打的电话都打完了，谢谢。
calls-own = “{ $title }”：您联络的人里有 { $n } 位没联系上，请打个电话。
calls-own-people = 我联络的人
calls-nobody-there = “{ $title }”有 { $n } 位没联系上，那边又没有人值班，请想办法找人打电话。
calls-begin = 开始打
calls-which = 要打哪一份？
calls-none = 现在没有要打的电话。
calls-way = { $title }（{ $where }，{ $n } 位）
calls-card =
    请打给：{ $name }
    电话：{ $phone }
    住址：{ $address }
    告诉他们：{ $title }
    { $words }
calls-no-phone = 没留电话，请上门说一声
calls-reached = 说到了
calls-vain = 没人接
calls-moved = 搬走了
calls-help = 需要帮助
calls-done-reached = { $name }：说到了。
calls-done-moved = { $name }：搬走了，已记下。
calls-done-help = { $name }：需要帮助，正在登记。
calls-done-no_answer = { $name }：几次都没人接。
calls-try-later = { $name }：没人接，{ $minutes } 分钟后再打。
calls-in-vain = 打了 { $n } 次，{ $name }一直没人接，最好有人去看看。
calls-go = 请人去看看
calls-moved-told = { $by }打电话得知，{ $name }可能搬走了，请核实。
calls-answered-meanwhile = { $name }刚在手机上回了“{ $title }”，不用打了。
calls-all-done = “{ $title }”没有要打的电话了，谢谢。
calls-others-later = “{ $title }”剩下的别人正在打，或者过一会儿再打。
calls-over = “{ $title }”已经不用打电话了。
calls-not-yours = 这个电话现在不归您打。
calls-settled = 这个电话已经记过了。

bc-progress-begins = “{ $title }”开始发了，共 { $n } 人。
bc-progress-freezing = “{ $title }”正在列名单。
bc-progress-sending = “{ $title }”正在发：{ $sent } / { $n } 人。
bc-progress-paused = “{ $title }”暂停着：{ $sent } / { $n } 人。
bc-progress-sent = “{ $title }”发完了：{ $sent } / { $n } 人。
bc-progress-stopped = “{ $title }”停发了：{ $sent } / { $n } 人。
bc-progress-expired = “{ $title }”过了有效时间：{ $sent } / { $n } 人。
bc-progress-until = 大约 { $until } 发完。
bc-progress-quiet = 休息时间，{ $until } 接着发。
bc-progress-answers = 回复：{ $answers }
bc-progress-shown = { $n } 人那里已经显示
bc-progress-gone = { $n } 人没有渠道送到
bc-progress-unknown = { $n } 人不知道收没收到
bc-progress-unsent = { $n } 人过时没发
bc-progress-held = { $n } 人这周已收过两条，晚些再发
bc-progress-left-out = { $n } 人不收或已离开
bc-progress-calls = 电话名单 { $n } 人，还有 { $left } 人没打
bc-progress-all-sent = “{ $title }”全部发完了：{ $n } 人里 { $sent } 人送到。
bc-count-known = 知道了 { $n }
bc-count-help = 需要帮助 { $n }
bc-count-cannot = 不方便 { $n }
bc-count-yes = 参加 { $n }
bc-count-no = 不参加 { $n }
bc-count-proxy = 请人代 { $n }
bc-count-read = 看过了 { $n }
bc-count-voted = 投了票 { $n }
bc-count-phoned = 电话说到 { $n }
bc-count-moved = 搬走了 { $n }
bc-count-other = 其他 { $n }

bc-report-now = 出报告
bc-report-comes = 正在做报告，马上发给您。
bc-report =
    “{ $title }”到现在的情况：
    { $lines }
bc-report-final =
    “{ $title }”的总结：
    { $lines }
bc-report-head = { $n } 人，送到 { $sent } 人。
bc-report-sheet = 各单位的数字在表里。
bc-report-failed = 报告没做出来，请稍后再点“出报告”。
bc-report-name = 群发报告
bc-report-units = 各单位
bc-report-about = 说明
bc-report-title = 标题
bc-report-began = 开始
bc-report-ended = 发完
bc-report-counted = 统计到
bc-report-all = 合计
bc-report-others = 其他 { $n } 个单位
bc-report-standing = 统计到 { $at }，共 { $n } 人
bc-part-answered = 已回复
bc-part-help = 需要帮助
bc-part-phoned = 电话说到
bc-part-silent = 收到没回
bc-part-missed = 没联系上
bc-column-unit = 单位
bc-column-people = 人数
bc-column-sent = 送到
bc-column-known = 知道了
bc-column-help = 需要帮助
bc-column-cannot = 不方便
bc-column-yes = 参加
bc-column-no = 不参加
bc-column-proxy = 请人代
bc-column-read = 看过了
bc-column-voted = 投了票
bc-column-phoned = 电话说到
bc-column-moved = 搬走了
bc-column-other = 其他回复
bc-column-silent = 收到没回
bc-column-gone = 没有渠道
bc-column-unknown = 不知道收没收到
bc-column-to-call = 等打电话
bc-column-no-answer = 电话没人接
bc-column-unsent = 没发出
bc-column-held = 晚些再发
bc-column-left-out = 不收或已离开
