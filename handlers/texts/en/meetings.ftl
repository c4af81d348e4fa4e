# Meetings: agenda, invitation, coming, minutes, what is to be done.
command-meetings = Meetings and what is to be done
meeting-list = Meetings that concern you:
meeting-list-none = No meeting concerns you for now.
meeting-way = { $at } { $title }
meeting-way-new = Call a meeting
meeting-way-own-actions = What I am to do ({ $n })
meeting-which-unit = A meeting of which unit?
meeting-ask-title = What kind of meeting? Tap one, or write a name.
meeting-title-joint = Joint community meeting
meeting-title-council = Residents' council
meeting-title-members = Members' meeting
meeting-title-please = A name of up to { $most } characters, please.
meeting-ask-time = Which day, at what time? For example “10 Dec 3pm”.
meeting-time-please = I could not read that. A day and an hour, please, such as “10 Dec 3pm”.
meeting-hour-please = Please add the hour, such as “10 Dec 3pm”.
meeting-time-past = That time is over. Another one, please.
meeting-time-far = That is too far off; within a year, please.
meeting-ask-where = Where?
meeting-station = { $place } service station
meeting-where-please = A place of up to { $most } characters, please.
meeting-left = All right, not now. Send /meetings to go on.
meeting-set = The meeting is set. 15 days before, people are asked what it should be about.
meeting-set-now = The meeting is set. People are now asked what it should be about.
meeting-moved = The time is changed.
meeting-moved-told = The time is changed, and everybody invited will hear it.
meeting-card-planned = Meeting: { $title }
    When: { $at }
    Where: { $where }
meeting-card-held = Meeting (over): { $title }
    When: { $at }
    Where: { $where }
meeting-card-off = Meeting (called off): { $title }
    It was for { $at }, { $where }
meeting-line-recorder = Minutes: { $name }
meeting-line-agenda = Agenda: { $n ->
        [one] 1 item
       *[other] { $n } items
    }{ $waiting ->
        [0] {""}
       *[other] , { $waiting } for you to decide
    }
meeting-line-answers = { $people } invited: { $yes } come, { $no } do not, { $proxy } send somebody
meeting-line-not-invited = The invitation is not sent yet.
meeting-line-waits = The invitation is written and not out yet.
meeting-own-yes = You said that you come.
meeting-own-no = You said that you do not come.
meeting-own-proxy = You said that somebody comes for you.
meeting-way-agenda = Agenda
meeting-way-invite = Invite
meeting-way-coming = Who comes
meeting-way-more = More
meeting-way-recorder = Who takes minutes
meeting-way-move = Another time
meeting-way-off = Call it off
meeting-way-write = Write the minutes
meeting-way-minutes = Minutes
meeting-way-actions = What is to be done
meeting-back = The meeting
meeting-more = What else?
meeting-off-sure = Really call off “{ $title }”? Everybody invited will hear it.
meeting-off-yes = Call it off
meeting-not = No, it stays
meeting-off-done = “{ $title }” is called off; everybody invited is being told.
meeting-off-nobody = “{ $title }” is called off. Nobody was invited yet.
meeting-over = This meeting has begun, is over or was called off; it cannot be changed.
meeting-sending-now = The invitation is going out. Change it afterwards, or stop it first among your broadcasts.
meeting-invited-already = The invitation is out.
meeting-invitation-waits = The invitation is written and on its way out.
meeting-not-invited-yet = The invitation is not sent yet.
meeting-invite-now = “{ $title }” is in a week; the agenda has { $n ->
        [one] 1 item
       *[other] { $n } items
    }. Time to invite.
meeting-coming = They come to “{ $title }”:
meeting-coming-none = Nobody has said yet that they come to “{ $title }”.
meeting-guest = · { $name }
meeting-guest-proxy = · { $name }: somebody for them
meeting-guest-by = · { $name }: { $proxy } for them
meeting-guest-proxy-no = · { $name }: { $proxy }, who cannot come
meeting-myself = Myself
meeting-who-nobody = I found nobody. Tap a name, write one, or send a phone number.
meeting-who-name-please = Tap a name, or write the name of somebody who comes.

invitation-facts = You are invited to “{ $title }”.
    When: { $at }
    Where: { $where }
invitation-agenda = Agenda:
invitation-line-topic = { $n }. { $words }
invitation-line-offer = { $n }. A partner offers: { $words }
invitation-please = Please tap below whether you come.

agenda-please = “{ $title }” is on { $at } ({ $where }). Is there something it should be about?
agenda-asked = { $n ->
        [one] One person was
       *[other] { $n } people were
    } asked what “{ $title }” should be about. You decide what comes in.
agenda-way-add = Propose something
agenda-way-more = One more
agenda-way-show = Decide on no. { $n }
agenda-ask-kind = Something to talk about, or something your group can do?
agenda-kind-topic = To talk about
agenda-kind-offer = What we can do
agenda-mark-topic = topic
agenda-mark-offer = offer
agenda-ask-topic = What is it about? A line or two.
agenda-ask-offer = What can you do? Such as “a meeting room at weekends”.
agenda-words-please = Up to { $most } characters, please.
agenda-added = Thank you; it is with the convenor. You will hear whether it comes onto the agenda.
agenda-own-added = It is on the agenda.
agenda-new-topic = { $name } proposes: { $words }
agenda-new-offer = { $name } offers: { $words }
agenda-yes = Onto the agenda
agenda-no = Not this time
agenda-accepted = On the agenda: { $words }
agenda-declined = Not this time: { $words }
agenda-accepted-told = It is on the agenda of “{ $title }”: { $words }
agenda-declined-told = “{ $title }” is full this time; yours waits for the next: { $words }. Thank you.
agenda-decided = That was decided already.
agenda-too-late = This meeting has begun or was called off. Next time, please.
agenda-full = There is plenty for one meeting already.
agenda-list = Proposed for “{ $title }”:
agenda-list-none = Nothing was proposed for “{ $title }” yet.
agenda-line-proposed = { $n }. ({ $kind }, to decide) { $words }
agenda-line-accepted = { $n }. ({ $kind }, in) { $words }
agenda-line-declined = { $n }. ({ $kind }, not this time) { $words }

attend-yes-when = See you there. “{ $title }”, { $at }, { $where }.
attend-yes = See you there: { $title }
attend-no = Noted, you do not come: { $title }. Tap “I'll come” if you change your mind.
attend-proxy = Noted: { $name } comes for you.
attend-proxy-number = Noted. If they use this service, they are asked, and I tell you what they say.
attend-left = All right. You can still tap whether you come.
attend-off = “{ $title }” was called off.
attend-too-late = The meeting has begun; it cannot be changed now.
standin-ask = Who comes for you? A name, or a phone number.
standin-please = Just a name, or a phone number.
standin-yourself = That is your own number. If you come, tap “I'll come”.
standin-please-come-when = { $name } asks you to go to “{ $title }” for them: { $at }, { $where }. Can you?
standin-please-come = { $name } asks you to go to “{ $title }” for them. Can you?
standin-yes = I'll go
standin-no = I cannot
standin-agreed-when = Thank you. “{ $title }”, { $at }, { $where }.
standin-agreed = Thank you: { $title }
standin-agreed-told = { $name } goes to “{ $title }” for you.
standin-declined = All right, I tell them.
standin-declined-told = { $name } cannot go to “{ $title }”. Do you come yourself, or ask another?
standin-not-needed = { $name } needs nobody for “{ $title }” any more. Thank you.

meeting-told-eve = A reminder: “{ $title }”, { $at }, { $where }.
meeting-told-eve-ask = “{ $title }” is on { $at }, { $where }. Do you come?
meeting-told-hours = “{ $title }” begins at { $at }, { $where }. See you soon.
meeting-told-hours-ask = “{ $title }” begins soon: { $at }, { $where }. Do you come?
meeting-told-moved = “{ $title }” has a new time: { $at }, { $where }. Do you come?
meeting-told-off = “{ $title }” is called off (it was for { $at }). No need to come.

recorder-ask = Who takes the minutes? Tap one, write a name, or send a phone number.
recorder-named = The minutes are with { $name }
recorder-please = { $name } asks you to take the minutes of “{ $title }”: { $at }, { $where }. I will ask you for them afterwards.
recorder-no = I cannot
recorder-cannot = All right, I tell the convenor.
recorder-cannot-told = { $name } cannot take the minutes of “{ $title }”. Please name somebody else.
minutes-please = Is “{ $title }” over? Please write a few lines of minutes.
minutes-please-again = The minutes of “{ $title }” are still missing; people wait for them.
minutes-missing = { $name } has not written the minutes of “{ $title }” yet. You may remind them, or write them yourself.
minutes-ask-words = What was said, and what was agreed? Write it down.
minutes-words-please = Got it. A few words as well, please.
minutes-words-long = That is too long: up to { $most } characters. More may come as a file.
minutes-title = Minutes: { $title }
minutes-said = Minutes: { $title } ({ $at })
    { $words }
minutes-written = Thank you; the convenor has them now.
minutes-written-told = { $name } has written the minutes of “{ $title }”. Please have a look.
minutes-way-again = Write anew
minutes-way-send = Send to those who came
minutes-then = Note who does what, and they are reminded in time.
minutes-nobody = The minutes are kept. Nobody had said that they come, so nobody gets them.
minutes-none = There are no minutes yet.
minutes-sent-already = The minutes are out and cannot be changed.
minutes-files-coming = A file is still on its way. Tap “Send to those who came” again in a while.
minutes-too-early = The meeting has not begun, or was called off.

action-way-add = Note something to do
action-way-more = One more
action-way-list = See all
action-ask-what = What is to be done?
action-what-please = Up to { $most } characters, please.
action-ask-owner = Who does it? Tap one, write a name, or send a phone number.
action-ask-day = Until which day?
action-in-days = Within { $n } days
action-day-please = I could not read the day. “10 Dec” or “next Friday” will do.
action-added = Noted: { $name }, by { $day }.
    { $what }
action-added-untold = Noted: { $name }, by { $day }. No message reaches them now: please tell them yourself.
    { $what }
action-enough = That is plenty for one meeting.
action-list = Agreed at “{ $title }”:
action-list-none = Nothing to do was noted for “{ $title }”.
action-line-open = { $n }. { $what } ({ $name }, by { $day })
action-line-late = { $n }. { $what } ({ $name }, by { $day }, overdue)
action-line-done = { $n }. { $what } ({ $name }, done)
action-line-dropped = { $n }. { $what } ({ $name }, cannot be done)
action-yours = “{ $title }” asks you to do this by { $day }:
    { $what }
action-soon = To be done for “{ $title }” by { $day }:
    { $what }
action-today = To be done for “{ $title }” today:
    { $what }
action-late = It was to be done for “{ $title }” by { $day }. How far is it?
    { $what }
action-late-told = Overdue from “{ $title }”: { $name }, by { $day }.
    { $what }
action-unreached = { $name } cannot be reminded of what “{ $title }” agreed. Please tell them:
    { $what }
action-inherited = Whoever was to do this has left; it is yours for now (by { $day }):
    { $what }
action-card = “{ $title }” asks you to do this by { $day }:
    { $what }
action-own = { $n ->
        [one] One thing for you to do:
       *[other] { $n } things for you to do:
    }
action-way = { $day } { $what }
action-none = There is nothing for you to do.
action-done = Done
action-later = Later
action-cannot = It cannot be done
action-thanks = Thank you, noted.
action-done-told = { $name } has done it: { $what }
action-moved = All right, by { $day }. I will remind you.
action-moved-told = { $name } needs until { $day }: { $what }
action-dropped = All right, I tell the convenor.
action-dropped-told = { $name } cannot do this; please find another way: { $what }
action-over = That is settled already.
own-line-meetings = Meetings: { $items } proposed, { $proxies } sent for you, { $actions } to do
own-key-agenda = What you proposed for meetings
own-key-sent_instead = Whom you sent to meetings for you
own-key-actions = What meetings asked you to do
