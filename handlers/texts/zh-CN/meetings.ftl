# 会议：议题、请柬、参加、纪要、要办的事。
command-meetings = 会议和要办的事
meeting-list = 这些会议和您有关：
meeting-list-none = 近期没有和您有关的会议。
meeting-way = { $at } { $title }
meeting-way-new = 开一次会
meeting-way-own-actions = 我要办的事（{ $n }）
meeting-which-unit = 开哪里的会？
meeting-ask-title = 开什么会？点一个，或写个名字。
meeting-title-joint = 社区联席会议
meeting-title-council = 居民议事会
meeting-title-members = 党员大会
meeting-title-please = 会议名字写 { $most } 个字以内就好。
meeting-ask-time = 哪天几点开？比如“12月10日下午3点”。
meeting-time-please = 没看懂时间。请写日子和钟点，比如“12月10日下午3点”。
meeting-hour-please = 请把钟点也写上，比如“12月10日下午3点”。
meeting-time-past = 这个时间已经过了，请另写一个。
meeting-time-far = 这个时间太远了，一年以内的就好。
meeting-ask-where = 在哪里开？
meeting-station = { $place }服务站
meeting-where-please = 地点写 { $most } 个字以内就好。
meeting-left = 好的，先不弄了。要继续随时发 /meetings。
meeting-set = 会议定好了。会前 15 天会请大家提议题。
meeting-set-now = 会议定好了。这就请大家提议题。
meeting-moved = 时间改好了。
meeting-moved-told = 时间改好了，收到请柬的人都会知道。
meeting-card-planned = 会议：{ $title }
    时间：{ $at }
    地点：{ $where }
meeting-card-held = 会议（开过了）：{ $title }
    时间：{ $at }
    地点：{ $where }
meeting-card-off = 会议（不开了）：{ $title }
    原定：{ $at } { $where }
meeting-line-recorder = 记录人：{ $name }
meeting-line-agenda = 议程：{ $n } 项{ $waiting ->
        [0] {""}
       *[other] ，还有 { $waiting } 项等您定
    }
meeting-line-answers = 请了 { $people } 人：参加 { $yes }，不参加 { $no }，请人代 { $proxy }
meeting-line-not-invited = 请柬还没发。
meeting-line-waits = 请柬写好了，还没发出去。
meeting-own-yes = 您说过：参加。
meeting-own-no = 您说过：不参加。
meeting-own-proxy = 您说过：请人代。
meeting-way-agenda = 看议程
meeting-way-invite = 发请柬
meeting-way-coming = 谁来
meeting-way-more = 更多
meeting-way-recorder = 定记录人
meeting-way-move = 改时间
meeting-way-off = 不开了
meeting-way-write = 写会议纪要
meeting-way-minutes = 看会议纪要
meeting-way-actions = 要办的事
meeting-back = 回到会议
meeting-more = 还要做什么？
meeting-off-sure = “{ $title }”真的不开了吗？收到请柬的人都会知道。
meeting-off-yes = 不开了
meeting-not = 还是开
meeting-off-done = “{ $title }”不开了，正在告诉收到请柬的人。
meeting-off-nobody = “{ $title }”不开了。请柬还没发出去，不用告诉谁。
meeting-over = 这次会议已经开始、开过或取消了，改不了了。
meeting-sending-now = 请柬正在发。等发完了再改；急的话先在“我写的”里停下它。
meeting-invited-already = 请柬已经发了。
meeting-invitation-waits = 请柬已经写好交上去了，等它发出去就行。
meeting-not-invited-yet = 请柬还没发。
meeting-invite-now = “{ $title }”还有一周，议程有 { $n } 项。该发请柬了。
meeting-coming = “{ $title }”说了要来的：
meeting-coming-none = “{ $title }”还没有人说来。
meeting-guest = · { $name }
meeting-guest-proxy = · { $name }：请人代
meeting-guest-by = · { $name }：请 { $proxy } 代
meeting-guest-proxy-no = · { $name }：请 { $proxy } 代，对方来不了
meeting-myself = 我自己
meeting-who-nobody = 没找到这个人。点一个名字，写名字，或发手机号都行。
meeting-who-name-please = 请点一个名字，或写说了要来的人的名字。

# 请柬
invitation-facts = 请您来开“{ $title }”。
    时间：{ $at }
    地点：{ $where }
invitation-agenda = 议程：
invitation-line-topic = { $n }. { $words }
invitation-line-offer = { $n }. 共建单位能出的力：{ $words }
invitation-please = 来不来，点下面的按钮说一声。

# 议题
agenda-please = { $at } 要开“{ $title }”（{ $where }）。您有要谈的事吗？
agenda-asked = 已经请 { $n } 个人为“{ $title }”提议题。提来的您来定。
agenda-way-add = 提一条
agenda-way-more = 再提一条
agenda-way-show = 定第 { $n } 条
agenda-ask-kind = 是要大家谈的事，还是你们单位、队伍能出的力？
agenda-kind-topic = 要谈的事
agenda-kind-offer = 能出的力
agenda-mark-topic = 议题
agenda-mark-offer = 出力
agenda-ask-topic = 想谈什么？一两句话写下来。
agenda-ask-offer = 能出什么力？比如“周末借会议室”“理发师傅两名”。
agenda-words-please = 写 { $most } 个字以内就好。
agenda-added = 收到了，已经交给召集人。收不收进议程，会告诉您。
agenda-own-added = 收进议程了。
agenda-new-topic = { $name } 提了一个议题：{ $words }
agenda-new-offer = { $name } 说能出力：{ $words }
agenda-yes = 收进议程
agenda-no = 这次不谈
agenda-accepted = 收进议程了：{ $words }
agenda-declined = 这次不谈：{ $words }
agenda-accepted-told = 您为“{ $title }”提的收进议程了：{ $words }
agenda-declined-told = “{ $title }”这次时间不够，您提的下次再谈：{ $words }。谢谢您。
agenda-decided = 这一条已经定过了。
agenda-too-late = 这次会议已经开始或取消了，下次再提吧。
agenda-full = 已经提得很多了，够开一次会了。
agenda-list = “{ $title }”收到的议题：
agenda-list-none = “{ $title }”还没有议题。
agenda-line-proposed = { $n }.（{ $kind }，等您定）{ $words }
agenda-line-accepted = { $n }.（{ $kind }，收了）{ $words }
agenda-line-declined = { $n }.（{ $kind }，这次不谈）{ $words }

# 参加
attend-yes-when = 好的，等您来。“{ $title }”{ $at }，{ $where }。
attend-yes = 好的，等您来：{ $title }
attend-no = 知道了，您不来：{ $title }。改主意了再点“参加”。
attend-proxy = 记下了：请 { $name } 代您来。
attend-proxy-number = 记下了。这位要是也在用这个服务，会收到消息；答应不答应，我告诉您。
attend-left = 好的。来不来还可以再点。
attend-off = “{ $title }”已经不开了。
attend-too-late = 会议已经开始了，改不了了。
standin-ask = 请谁代您来？写名字，或发手机号。
standin-please = 写一个名字就好，或发手机号。
standin-yourself = 这是您自己的号码。您来的话，点“参加”就好。
standin-please-come-when = { $name } 想请您代着去开“{ $title }”：{ $at }，{ $where }。您方便吗？
standin-please-come = { $name } 想请您代着去开“{ $title }”。您方便吗？
standin-yes = 我去
standin-no = 去不了
standin-agreed-when = 谢谢您。“{ $title }”{ $at }，{ $where }。
standin-agreed = 谢谢您：{ $title }
standin-agreed-told = { $name } 答应代您去“{ $title }”。
standin-declined = 好的，我告诉对方。
standin-declined-told = { $name } 去不了“{ $title }”。您自己来，还是另请一位？
standin-not-needed = { $name } 不用您代着去“{ $title }”了，谢谢您。

# 提醒
meeting-told-eve = 提醒您：{ $at } 开“{ $title }”，在 { $where }。
meeting-told-eve-ask = { $at } 开“{ $title }”，在 { $where }。您来吗？
meeting-told-hours = “{ $title }”{ $at } 开始，在 { $where }。路上慢点。
meeting-told-hours-ask = “{ $title }”{ $at } 就开始了，在 { $where }。您来吗？
meeting-told-moved = “{ $title }”改时间了：{ $at }，在 { $where }。您来吗？
meeting-told-off = “{ $title }”不开了（原定 { $at }）。请您不用来。

# 记录和纪要
recorder-ask = 谁来记录？点一个，写名字，或发手机号。
recorder-named = 记录人定了：{ $name }
recorder-please = { $name } 请您记录“{ $title }”：{ $at }，{ $where }。会后我来问您要纪要。
recorder-no = 我记不了
recorder-cannot = 好的，我告诉召集人，请他另找一位。
recorder-cannot-told = { $name } 记不了“{ $title }”，请另定一位。
minutes-please = “{ $title }”开完了吧？写几句会议纪要吧。
minutes-please-again = “{ $title }”的纪要还没写，大家在等。
minutes-missing = “{ $title }”的纪要，{ $name } 还没写。您可以提醒一下，或自己写。
minutes-ask-words = 会上谈了什么、定了什么？写下来。
minutes-words-please = 收到了。再写几句话就好。
minutes-words-long = 太长了，{ $most } 个字以内就好。长的可以作为文件发。
minutes-title = 会议纪要：{ $title }
minutes-said = 会议纪要：{ $title }（{ $at }）
    { $words }
minutes-written = 写好了，已经交给召集人看。
minutes-written-told = { $name } 写好了“{ $title }”的纪要，请您看看。
minutes-way-again = 重写
minutes-way-send = 发给参加的人
minutes-then = 会上定了谁办什么事，就记下来，到日子会提醒。
minutes-nobody = 纪要留好了。没有人报名参加，所以没有发给谁。
minutes-none = 纪要还没写。
minutes-sent-already = 纪要已经发出去了，不能再改。
minutes-files-coming = 文件还在路上，过一会儿再点“发给参加的人”。
minutes-too-early = 会还没开，或者已经取消了。

# 要办的事
action-way-add = 记一件要办的事
action-way-more = 再记一件
action-way-list = 看全部
action-ask-what = 要办什么事？
action-what-please = 写 { $most } 个字以内就好。
action-ask-owner = 谁来办？点一个，写名字，或发手机号。
action-ask-day = 哪天之前办好？
action-in-days = { $n } 天内
action-day-please = 没看懂日子。写“12月10日”“下周五”都行。
action-added = 记下了：{ $name }，{ $day } 前办好。
    { $what }
action-added-untold = 记下了：{ $name }，{ $day } 前办好。这位现在收不到消息，请您当面说一声。
    { $what }
action-enough = 这次会议要办的事已经很多了。
action-list = “{ $title }”定下要办的事：
action-list-none = “{ $title }”还没有记下要办的事。
action-line-open = { $n }. { $what }（{ $name }，{ $day }前）
action-line-late = { $n }. { $what }（{ $name }，{ $day }前，已经晚了）
action-line-done = { $n }. { $what }（{ $name }，办好了）
action-line-dropped = { $n }. { $what }（{ $name }，办不了）
action-yours = “{ $title }”定了一件事请您办，{ $day } 前：
    { $what }
action-soon = “{ $title }”请您办的事，{ $day } 到日子：
    { $what }
action-today = “{ $title }”请您办的事，今天到日子：
    { $what }
action-late = “{ $title }”请您办的事，{ $day } 就到日子了，办得怎么样？
    { $what }
action-late-told = “{ $title }”定的事晚了：{ $name }，{ $day }前。
    { $what }
action-unreached = “{ $title }”定的事，{ $name } 现在收不到提醒，请您去说一声：
    { $what }
action-inherited = 原来办这件事的人离开了，先交回给您（{ $day }前）：
    { $what }
action-card = “{ $title }”请您办的事，{ $day } 前：
    { $what }
action-own = 您有 { $n } 件事要办：
action-way = { $day } { $what }
action-none = 现在没有要您办的事。
action-done = 办好了
action-later = 要晚些
action-cannot = 办不了
action-thanks = 谢谢您，记下了。
action-done-told = { $name } 办好了：{ $what }
action-moved = 好的，{ $day } 前办好，到时再提醒。
action-moved-told = { $name } 说要晚些，{ $day } 前办好：{ $what }
action-dropped = 知道了，我告诉召集人。
action-dropped-told = { $name } 办不了这件事，请另想办法：{ $what }
action-over = 这件事已经有结果了。
own-line-meetings = 会议：提过 { $items } 条，请人代过 { $proxies } 次，要办的事 { $actions } 件
own-key-agenda = 您为会议提的议题
own-key-sent_instead = 您请谁代您开会
own-key-actions = 会上定下请您办的事
