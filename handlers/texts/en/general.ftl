plain = { $text }
two-lines =
    { $first }
    { $second }
nothing = (not given)
more = More…
number-which = Which one do you mean?
not-allowed = You cannot do this now; the desk can help.
choice-unknown = I do not know this button. Send /help to start again.
command-unknown = I do not know this command. Just say what you need.
apology = Sorry, something went wrong here. Your words are kept. If it is urgent, call the desk: { $phone }.
too-fast = That was very fast. Please wait a moment and go on.
too-long = That is long. I kept all of it and start with the first part.
edited-kept = Your correction is now part of { $number }.
edited-noted = I saw your correction.
attachment-too-large = This file has more than { $size } MB. Please send a smaller one.
group-write-privately = Please ask me in a private chat; everybody reads here.
group-not-bound = This group has no team yet. Its leader can send an invitation.
group-bound = Done. New tasks of { $team } will come here.
group-unbound = Tasks of { $team } no longer come here.
sensitive-link = This is not for this chat. Please open it within 30 minutes: { $link }
chosen = ✓ { $choice }
number-list-hint = Just reply with a number.

menu = { $name ->
    [""] Hello!
   *[other] Hello { $name }!
    } Just tell me what you need, in words, by voice or photo. Urgent: { $phone }.
menu-ask = I need help
menu-open = Open requests
menu-tasks = My tasks
menu-my = My requests
menu-desk = Talk to a person
menu-desk-answer = The desk's phone is { $phone }, { $hours }.
language-ask = 用哪种语言？ Which language?
language-zh-CN = 中文
language-en = English
language-chosen = English it is.
channel-telegram = Telegram
channel-web = the web
channel-wechat = WeChat
channel-wecom = WeCom
channel-other = another place

form-skip = Skip
form-back = Back
form-cancel = Cancel
form-cancelled = All right, not now. I am here when you need me.
form-over = That question is over. Just say what you need.
form-stale = That step is over; please look at the latest message.

command-start = Start
command-menu = Services by topic
command-my = My requests
command-link = Connect another channel
command-language = 语言 Language
command-leave = Leave
command-tasks = My tasks
command-open = Open requests
command-invite = Invite
command-parked = Failed messages
