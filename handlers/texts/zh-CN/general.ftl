# 通用的话：短、暖、一次一个问题，不怪人。
plain = { $text }
two-lines =
    { $first }
    { $second }
nothing = （没有写）
more = 更多…
number-which = 您是回答哪一个？
not-allowed = 这一步您现在办不了，有需要请找服务台。
choice-unknown = 这个按钮我不认识。发“帮助”或 /help 重新开始。
command-unknown = 这个命令我不认识。直接说您的事就行。
apology = 对不起，我们这边出了点问题，您的话已经留下了。急事请打服务台电话 { $phone }。
too-fast = 您发得太快了，我有点跟不上，请稍等一会儿再发。
too-long = 这段话很长，全文我已经存好了，前面的部分先办。
edited-kept = 改过的话已经补进 { $number }。
edited-again = 看到您改了。这一项请再跟我说一遍，或者点“修改”。
edited-noted = 看到您改了。有要办的事，请再说一遍。
attachment-too-large = 这个文件超过 { $size } 兆，我收不下，请发小一点的。
group-write-privately = 求助请私聊我，群里大家都看得见。
group-not-bound = 这个群还没有绑定队伍，请队长发邀请。
group-bound = 好了，本群现在是{ $team }的群，新任务会发在这里。
group-unbound = 本群不再接收{ $team }的任务。
sensitive-link-urgent = 紧急！请马上点开看（30 分钟内有效）：{ $link }
sensitive-link = 这条内容不方便在这里显示，请点开看（30 分钟内有效）：{ $link }
chosen = ✓ { $choice }
number-list-hint = 回复数字就行。

menu = { $name }，您好！有什么事直接说，打字、发语音、发照片都行。急事打服务台 { $phone }。
menu-nameless = 您好！有什么事直接说，打字、发语音、发照片都行。急事打服务台 { $phone }。
menu-ask = 我要求助
menu-open = 看待办
menu-tasks = 我接的任务
menu-my = 我的事办得怎样
menu-desk = 找人工
menu-desk-answer = 服务台电话 { $phone }，{ $hours }。
language-ask = 用哪种语言？ Which language?
language-zh-CN = 中文
language-en = English
language-chosen = 好的，以后用中文。
channel-telegram = Telegram
channel-web = 网页
channel-wechat = 微信
channel-wecom = 企业微信
channel-other = 别的地方

form-skip = 跳过
form-back = 上一步
form-cancel = 取消
form-needed = 这一项办事要用，请告诉我。不想办了就说“取消”。
form-cancelled = 好的，先不办了。需要时再找我。
form-over = 这个问题已经过去了，直接说您的事就行。
form-stale = 这一步已经过了，请看最新的一条。

command-start = 开始
command-menu = 按目录找服务
command-my = 我的事
command-link = 连上另一个渠道
command-language = 语言 Language
command-leave = 退出
command-tasks = 我接的任务
command-duty = 我的排班
command-open = 待办
command-invite = 邀请
command-parked = 出错的消息
