# 走访的节奏：多久一次、暂停、节日走访、日历
rhythm-way = 多久走访一次
rhythm-is = { $name }：{ $state }
rhythm-next = { $often }{ $calls }。下一次：{ $day }。
rhythm-no-day = { $often }{ $calls }。下一次还没排。
rhythm-none = 现在没有定期走访。
rhythm-paused-open = 走访暂停着，回来了再恢复。
rhythm-paused-until = 走访暂停到{ $day }，到时自动恢复。
rhythm-monthly = 每月一次
rhythm-two-monthly = 两个月一次
rhythm-quarterly = 每季度一次
rhythm-half-yearly = 半年一次
rhythm-special = 另有约定
rhythm-calls-none = { "" }
rhythm-calls-half = ，隔一次可以打电话
rhythm-calls-all = ，只打电话
rhythm-often = 改多久一次
rhythm-pause = 暂停
rhythm-stop = 不再定期走访
rhythm-start = 开始定期走访
rhythm-how-often = { $name }：以后多久走访一次？
rhythm-stopped = { $name } 不再定期走访，排好的也取消了。
rhythm-over = 定期走访已经停了。
rhythm-unwished = 本人说过不用来，不排走访。本人想改，随时可以自己改。

pause-how-long = 走访暂停多久？也可以直接写哪天回来。
pause-days-14 = 两个星期
pause-days-30 = 一个月
pause-open = 回来再说
pause-day-please = 请写回来的日子（一年以内），比如：1月20日。
pause-left = 好的，没有暂停。
pause-nothing = 现在没有要暂停或恢复的走访。
pause-done-until = { $name } 的走访暂停到{ $day }，中间排好的取消了，回来后补上。
pause-done-open = { $name } 的走访先停下，排好的取消了。回来了点“恢复走访”。
pause-resume = 恢复走访
pause-resumed = { $name } 的走访恢复了，过几天会排上。
pause-over = { $name } 的走访恢复了，过几天会排上。
pause-mine-way = 出门一阵子
pause-mine-until = 好的，{ $day }以前不来打扰您。一路平安。
pause-mine-open = 好的，先不来打扰您。回来了说一声。
pause-are-you-back = 联络员的走访现在停着。您回来了吗？
pause-back-way = 我回来了
pause-welcome = 欢迎回来！联络员过几天来看您。
pause-theirs-until = { $name } 要出门一阵子，走访停到{ $day }，中间排好的取消了。
pause-theirs-open = { $name } 要出门一阵子，走访先停下，排好的取消了。

festival-spring = 春节
festival-party-day = 七一
festival-mid-autumn = 中秋
festival-double-ninth = 重阳
wave-planned =
    { $festival }走访排好了：{ $placed } 户有了日子，在{ $first }到{ $last }之间。{ $merged ->
        [0] { "" }
       *[other] 另有 { $merged } 户前后两周里已经有走访，不重复去。
    }{ $unplaced ->
        [0] { "" }
       *[other] { $unplaced } 户没有排上，请看看谁能去。
    }
wave-days-way = 每天几户
wave-left-way = 没排上的 { $n } 户
wave-days =
    { $festival }走访：
    { $lines }
wave-day = { $day }：{ $n } 户
wave-no-days = 现在没有排好的日子。
wave-left = { $festival }走访没有排上的，点开可以换联络员：
wave-left-none = { $festival }走访都排上了。

year-missing =
    { $year } 年的放假安排还没有录入，走访先按法定节日和周末排。
    放假通知出来后，请管理员写进数据包的 calendar.yaml。写好后再装一次数据包。
