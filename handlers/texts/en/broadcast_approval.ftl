# Broadcasts: two pairs of eyes, opting out, at most two a week.
command-approvals = Broadcasts: who must agree
command-subscriptions = Notices: yes or no

approve-asked =
    { $name } would like to send “{ $title }”. It looks as above.
    For: { $whom }
    { $when }
    May it go out?
approve-asked-emergency =
    EMERGENCY: { $name } wants to send “{ $title }”. It looks as above.
    For: { $whom }
    { $when }
    May it go out? Without an answer it goes by itself in 10 minutes.
approve-asked-twice =
    { $asked }
    (The same words went out within two days; the writer means to send them again.)
approve-yes = Yes
approve-no = No
approve-who = See who gets it
approve-trail = See its history
approve-agreed = “{ $title }”: { $name } has agreed.
approve-agreed-told =
    { $name } agrees to “{ $title }”.
    { $when }
approve-own = You wrote it yourself: somebody else must look at it.
approve-drafter-lost = { $name } may not write to these people any more, so it cannot go out. Say no, and let somebody who may write it anew.
approve-over = “{ $title }” needs no answer any more. It is now: { $state }.
approve-changed = It was changed meanwhile. Please look at it as it is now.
approve-see-again = See it now
approve-list = These wait for your eyes:
approve-list-none = Nothing waits for you.
approve-line = { $title } ({ $name })

approve-why-not = What is wrong with it? Tap one, or write it; I will pass it on.
approve-why-not-again = Please write it in words, or tap one.
approve-reason-words = The words need work
approve-reason-people = The wrong people
approve-reason-time = The wrong time
approve-left = All right. It still waits for your answer.
approve-refused = “{ $title }”: { $name } said no; its writer will change it.
approve-refused-told =
    { $name } looked at “{ $title }” and said no: { $reason }
    Everything is kept; change it and send it again.
approve-drafter-told = Thanks, { $name } has been told.
approve-taken-back = “{ $title }”: its writer took it back. Nothing to do.
approve-drafter-left = “{ $title }”: its writer has left. It is not sent.
approve-too-late = “{ $title }”: its time is over. It is not sent.

approve-now = It goes out now.
approve-goes =
    Good: nobody else need look at “{ $title }”.
    { $when }
approve-waits = I have asked { $names } to look at “{ $title }” (here that is needed from { $n } people on). You will hear as soon as they agree.
approve-waits-emergency = I have asked { $names } to look at “{ $title }”. Without an answer it goes by itself in { $minutes } minutes.
approve-waits-emergency-nobody = “{ $title }”: nobody is there who could look at it. It goes by itself in { $minutes } minutes, and its history will say so.
approve-nobody = From { $n } people on somebody else must agree here, and nobody can at the moment. Your draft is kept; please ask an administrator to invite a coordinator or secretary.
approve-grown = It is time for “{ $title }”, but it would reach { $n } people or more by now: { $names } must agree first.
approve-still-waits = Nobody has answered about “{ $title }” for two hours; I have reminded { $names }.
approve-unanswered = ATTENTION: nobody answered about “{ $title }” for { $minutes } minutes: it has gone out without a second person's yes. Its history says so.
approve-unanswered-told =
    Nobody answered about “{ $title }” for { $minutes } minutes: it goes out without a second person's yes, and its history says so.
    { $when }
approve-no-audience = Nobody has been chosen yet.
approve-not-yours = It names a place or team that is not yours, so it cannot go out like this. Please change whom it is for.
approve-no-time-left = With these times it would be over before it goes out. Please change them.
approve-on-its-way = It is on its way; it is now: { $state }. It will not be sent twice.

approve-same-words =
    The same words went out at { $at }: “{ $title }”, for: { $whom }
    Do you really mean to send them again?
approve-same-words-waiting =
    One with the same words waits already ({ $at }): “{ $title }”, for: { $whom }
    Do you really want another one?
approve-again = Send it again
approve-not-again = Don't send it
approve-kept-as-draft = All right, it is not sent. The draft is kept.

approve-limit-which = For which place?
approve-limit-line = { $unit }: from { $n } on
approve-limit-ask =
    { $unit }: to { $n } people or more, a broadcast goes out once somebody else has agreed.
    From how many on should that be? Write a number from 1 to { $most }; 1 means always.
approve-limit-again = Please write a number from 1 to { $most }.
approve-limit-set = Good. From now on two people look at what goes to { $n } or more in { $unit }.
approve-limit-told = { $name } has changed a setting: in { $unit } what goes to { $n } people or more needs a second person's yes.
approve-limit-left = All right, nothing is changed.

approve-week-waits = “{ $title }”: { $n ->
    [one] one person has had two within these seven days, so this one waits for them until { $at }.
   *[other] { $n } people have had two within these seven days, so this one waits for them, until { $at } at the earliest.
}
approve-week-too-late = “{ $title }”: { $n ->
    [one] one person has had two within these seven days; their turn would come at { $at }, after its time is over, so they do not get it.
   *[other] { $n } people have had two within these seven days; their turn would come at { $at }, after its time is over, so they do not get it.
}

subscriptions-stopped = Done: you get no more notices. Only emergencies (outages, typhoons and the like) still come. Tap whenever you want them again.
subscriptions-stopped-before = You have opted out already: no notices come, only emergencies.
subscriptions-on-again = Good, you get notices again.
subscriptions-on = You get the community's notices (at most two ordinary ones a week).
subscriptions-off = Since { $at } you get no notices, only emergencies.
subscriptions-stop = Unsubscribe
subscriptions-again = Get notices again
subscriptions-news = See the topics

broadcast-trail = What became of “{ $title }”:
broadcast-trail-line = { $at } { $what }
broadcast-trail-line-by = { $at } { $what } ({ $name })
broadcast-trail-drafted = drafted
broadcast-trail-alone = to few people: sent without a second person
broadcast-trail-proposed = a second person was asked
broadcast-trail-approved = agreed
broadcast-trail-refused = refused
broadcast-trail-reminded = asked once more
broadcast-trail-unanswered = ⚠️ EMERGENCY: no answer for 10 minutes; it went out without a second person's yes
broadcast-trail-taken-back = taken back
broadcast-trail-planned = planned
broadcast-trail-freezing = the list was begun
broadcast-trail-sending = sending began
broadcast-trail-paused = paused
broadcast-trail-resumed = resumed
broadcast-trail-stopped = stopped
broadcast-trail-expired = out of time
broadcast-trail-sent = all sent
broadcast-trail-corrected = corrected
broadcast-trail-recalled = recalled
broadcast-trail-held = some had two this week: theirs wait
broadcast-trail-nobody = nobody was on the list
broadcast-trail-all-clear = all clear

own-line-broadcasts = Broadcasts to you: { $n }
own-line-drafted = Broadcasts that you wrote: { $n }
own-line-unsubscribed = No broadcasts since { $at }, but emergencies
own-key-answer = what you answered
own-key-broadcasts = broadcasts to you
own-key-drafted = broadcasts that you wrote
own-key-sent_at = when it was sent to you
own-key-title = title
own-key-unsubscribed_at = since when you want no broadcasts
