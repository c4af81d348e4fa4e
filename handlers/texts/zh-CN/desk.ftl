# 人工服务：值班、排队、谁来接、说了什么。居民这边的话要让人安心，也要说实话。
desk-somebody = 一位居民
desk-file = （见附件）
desk-reply = 回复
desk-place = 已为您转人工，您排在第 { $place } 位。急事请打服务台电话 { $phone }。
desk-place-time = 已为您转人工，您排在第 { $place } 位，大约等 { $minutes } 分钟。急事请打服务台电话 { $phone }。
desk-nobody-on = 已通知工作人员，不过眼下没人在线，可能要等一阵。急事请打服务台电话 { $phone }。
desk-nobody-at-all = 眼下联系不上值班的人，请打服务台电话 { $phone }。有人上岗就会看到您。
desk-go-ahead = 有话可以先说，我转给值班的人。不想等了，说“不等了”。
desk-just-write = 直接写就行，会转过去。
desk-noted = 记下了，值班的人会看到。
desk-leave = 不等了
desk-call-me = 改为回电
desk-end-talk = 说完了
desk-you-left = 好的，不等了。要人工随时说“人工”。
desk-you-ended = 好的，先说到这里。还有事随时说“人工”。
desk-cannot = 这种消息转不过去，打字、语音、照片都行。
desk-call-promised = 好的，值班的人会打 { $phone } 找您，不用在这里等。
desk-comes = { $by }来接待您了，请说。
desk-will-call = { $by }看到了，马上给您回电话。
desk-your-turn = 轮到您了，{ $by }来接待您。
desk-says = { $by }：{ $words }
desk-lost-for-you = { $by }一时没顾上，已把您排回第一位，抱歉让您久等。
desk-call-lost-for-you = 电话还没打成，换人打给您，抱歉久等。不用守在这里。
desk-back-to-you = 这位同事先不跟了，已把您排回第一位，马上有人接。
desk-parked-for-you = { $by }去核实一下，{ $until } 前后再找您。
desk-turn-comes = 您的事又排上了，值班的人马上看。
desk-turn-later = 您的事又排上了，值班的人一上岗就看。急事请打 { $phone }。
desk-shut = 服务台下班了，抱歉没轮到您。{ $until } 一开门先看您的。急事请打 { $phone }。
desk-noted-until = 已经记下了，{ $until } 服务台开门就看。急事请打服务台电话 { $phone }。
desk-closed-solved = { $by }说这件事办妥了。还有事随时说“人工”。
desk-closed-called = { $by }已和您通过电话，这边先结束。还有事随时说“人工”。
desk-closed-silent = 没等到您的回话，先结束了。还有事随时说“人工”。
desk-closed-other = 和{ $by }的谈话结束了。还有事随时说“人工”。
desk-talk-over = 这次谈话已经结束了。还需要，再点“找人工”。
desk-edited-late = 谈话已经结束，改动没有转过去。
desk-voice-passed-on = 语音已转给值班的人，会在这里回您。急事请打 { $phone }。
desk-voice-nobody = 语音收下了，但现在没人能听。请打服务台电话 { $phone }。
# 下班时间
desk-closed-now = 服务台现在下班了（{ $hours }），{ $opens } 开门。急事请打服务台电话 { $phone }。您想怎么办？
desk-later-call = 开门后回我电话
desk-later-words = 留一句话
desk-later-request = 提一个求助
desk-later-say = 请说，开门后值班的人先看。
desk-later-phone = 打哪个电话找您？
desk-later-nothing = 好的。要人工随时说“人工”。
desk-call-later = 好的，{ $until } 开门后给您回电话。
desk-words-later = 记下了，{ $until } 开门后值班的人先看您的。
# 值班的人
desk-waits =
    { $has ->
        [yes] { $name }想找人工：{ $words }
       *[no] { $name }想找人工。
    }
desk-waits-again =
    { $has ->
        [yes] { $name }还在等（排第一位）：{ $words }
       *[no] { $name }还在等（排第一位）。
    }
desk-wants-call =
    { $has ->
        [yes] { $name }想要回电：{ $words }
       *[no] { $name }想要回电。
    }
desk-heard =
    { $has ->
        [yes] { $name }发来一段语音，请听一听：{ $words }
       *[no] { $name }发来一段语音，请听一听。
    }
desk-seen =
    { $has ->
        [yes] { $name }发来照片或文件：{ $words }
       *[no] { $name }发来照片或文件。
    }
desk-take-next = 接待下一位
desk-taken-by = { $name }：{ $by }已接待。
desk-notice-over = { $name }：谈话结束了。
desk-notice-closed = { $name }：下班前没轮到，开门后先看。
desk-nobody-waits = 没有人在等，都接上了。
desk-not-yours = 这位现在由别人接待，或已回到队列。
desk-over = 这次谈话已经结束了。
command-queue = 排队
desk-queue-empty = 没有人在等。
desk-duty = 我的值班
desk-queue-open = 看排队
desk-queue = 在等的 { $n } 位，您手上 { $held } 位。{ $lines }
desk-line = { $name } 等了 { $minutes } 分钟
desk-line-call = { $name } 要回电，等了 { $minutes } 分钟
desk-go-on-with = 接着和{ $name }说
desk-card = { $name }
    说过：{ $words }
desk-card-call = { $name } 要回电：{ $phone }
    说过：{ $words }
desk-card-over = { $name }：谈话结束了。
desk-card-lost = { $name }：没有及时回话，已回到队列。
desk-write = 接着聊
desk-more = 更多
desk-end = 结束
desk-writing-to = 您写的话会转给{ $name }，直接写。
desk-pause = 先放一放
desk-send-slip = 这像是来电登记，还没发给{ $name }。怎么办？
desk-send-whom = 刚才说话的是{ $name }。这句发给谁？
desk-send-enter = 登记来电
desk-send-to = 发给{ $name }
desk-send-tap = 还没发出去，先选一个再写。
desk-send-left = 好的，没有发。
desk-sent-to = 发给{ $name }了。
desk-paused = 好的，先放一放。要接着聊，点卡片上的“接着聊”。
desk-said = { $who }：{ $words }
desk-unreachable = 记下了，但现在联系不上对方，请打电话。
desk-lost = { $name }没等到您的回话，已回到队列。
desk-lost-waits = 刚才的话没有发出：这位没等到回话，已回到队列。
desk-lost-other = 刚才的话没有发出：这位已由别的同事接待。
desk-lost-over = 刚才的话没有发出：这次谈话已经结束。
desk-danger-words = 您提到了危险。对方有危险，请他先打 { $call }，再补登记；您自己有危险也先打。
desk-left = { $name }说完了，这次谈话结束。
desk-what-else = { $name }：还要做什么？
desk-hand = 交给别人
desk-later = 稍后再回
desk-to-whom = 交给谁？
desk-to-nobody = 眼下没有别的同事在值班，可以放回队列。
desk-release = 放回队列
desk-colleague-gone = 这位同事不在值班了，请另选一位。
desk-handed = { $name }已交给{ $to }。
desk-handed-to-you = { $by }把一位居民交给您了，请先回一句。
desk-released = { $name }已回到队列第一位。
desk-until-when = 什么时候再回？
desk-park-30 = 半小时后
desk-park-120 = 两小时后
desk-park-next = 明天开门后
desk-parked = { $name }先放着，{ $until } 提醒您。
desk-comes-back = 说好的时间到了，请接着回这位居民。
desk-waits-long = { $name }等人工等了 { $minutes } 分钟，还没人接。
desk-why-over = 和{ $name }的谈话怎么结束？
desk-reason-solved = 办妥了
desk-reason-called = 已打电话
desk-reason-silent = 对方没回话
desk-reason-other = 别的原因
desk-closed =
    { $n ->
        [0] { $name }的谈话结束了。没有人在等。
       *[other] { $name }的谈话结束了。还有 { $n } 位在等。
    }
# 值班
shift-not-on = 您现在不在值班。要上岗吗？
shift-on-for = 值班 { $n } 小时
shift-first = 您还没上岗。先点一下值班多久。
shift-is-on = 您在值班，到 { $until }。手上 { $held } 位，在等 { $n } 位。
shift-off = 下班
shift-on =
    { $n ->
        [0] 上岗了，到 { $until }。现在没有人在等。
       *[other] 上岗了，到 { $until }。有 { $n } 位在等。
    }
shift-holds = 您手上还有 { $n } 位居民。下班就放回队列，好吗？
shift-leave = 放回队列，下班
shift-ended = 下班了，辛苦了！
shift-soon-over = 您的班 { $until } 到点。要接着值吗？
shift-over = 到点了，已替您下班，辛苦了！手上的谈话还在您这里。
