# 派单：卡片、一对一的询问、队长、值班。谢绝不扣分，话也不说重。
offer-new =
    新任务
    { $card }
offer-reminder =
    这件还在等人，哪位方便？
    { $card }
offer-take = 我来
offer-yours = 是您的了，地址和电话已私发给您。
offer-yours-already = 这件已经在您手上了。
offer-taken = 已经有人接了，谢谢您！
offer-gone = 这件事已经撤了，谢谢您！
offer-expired = 这次已经请别人了，谢谢您！
offer-own = 这是您自己提的事，等别人来帮您吧。
offer-another = 这件上次是您办的，这次换一位去，谢谢您！
offer-meet-first = 请先私聊我说句话，我才能把地址发给您。
offer-hands-full = 您手上已有 { $n } 件，办完再接，不急。
card-taken =
    { $card }
    ✓ { $helper } 接了
card-taken-some =
    { $card }
    ✓ { $helper } 接了，还差 { $n } 位
card-closed =
    { $card }
    ✓ 已办结
card-withdrawn =
    { $card }
    已另作安排
ring-ask =
    这件事您方便吗？
    { $card }
ring-decline = 这次不行
ring-yours = { $number } 请您去，详情见下面。
ring-taken = { $number } 已经有人去了，谢谢您！
ring-expired = { $number } 已请别人，您不用管了。
ring-withdrawn = { $number } 已另作安排，您不用管了。
decline-thanks = 没关系，{ $number } 再请别人。方便说说原因吗？
decline-busy = 忙
decline-far = 太远
decline-unable = 不会
decline-other = 其他
decline-noted = 记下了，谢谢您告诉我们。
pair-looked-for = { $number } 要几个人一起去，还在找 { $n } 位。
pair-is = { $number } { $helper } 和您一起去。
leader-please =
    还没人接，请队长安排：
    { $card }
leader-goes = 我去
send-whom = { $name }（{ $why }）
why-known = 认识，想再请
why-building = 同一栋楼
why-estate = 同小区
why-metres = { $n } 米
why-free = 有空
why-rare = 最近少
staff-unclaimed =
    队里还没人接，请安排：
    { $card }
still-looking = { $number } 还在找人，我们没有忘。急的话打 { $phone }。
duty-is =
    { $lines }
    手上 { $n } 件，一次最多 { $most } 件。
duty-line = { $team } 工号 { $badge }：{ $duty }
duty-state-on = 在岗
duty-state-off = 休息
duty-state-leave = 请假到 { $until }
duty-on = 上岗
duty-off = 下岗
duty-leave = 请假
duty-most = 一次接几件
duty-back = 提前回来
duty-now-on = 欢迎！有事会问您，不方便就说“这次不行”。
duty-now-off = 好的，先歇歇，不再派新任务给您。
duty-how-long = 请假到哪天？
duty-days = { $n ->
    [1] 今天
   *[other] { $n } 天
}
duty-now-leave = 好的，{ $until } 前不打扰您。
duty-leave-over = 您的假到了，欢迎回来！要接着休息，发 /duty。
duty-how-many = 一次最多接几件？
duty-load = { $n } 件
duty-load-kept = 好的，一次最多 { $n } 件。
staff-over = { $number } 已了结，地址和电话不再显示。
pair-missing = { $number } 还缺 { $n } 位，请再指派。
