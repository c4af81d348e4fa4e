command-team = Manage a team
command-enter = Enter a request for somebody
command-away = Away
command-today = Today's numbers
staff-new =
    A new request, please arrange it:
    { $card }
staff-given-back =
    The volunteer cannot go, please find another:
    { $card }
staff-unread =
    Nobody reads in the team's group any more, please arrange it:
    { $card }
staff-transferred = { $origin } hands a request to you. Reason: { $reason }
staff-parked = A message could not be handled; send /parked to see it.

board-open = Open: { $n }. Tap one to see it.
board-of-kind = { $kind }: { $n }. Tap one to see it.
board-part = Only: { $part }
board-empty = Nothing is open.
board-line = { $number } { $item } · { $state }
board-sensitive = a private matter
board-count = { $kind } { $n }
board-kind-new = New
board-kind-offered = Offered
board-kind-hand = In hand
board-kind-waiting = Waiting for the resident
board-kind-late = Late
board-kind-disputed = Disputed
board-kind-silent = No answer
board-kind-parked = Failed messages
board-filter = Only a part
board-all = All that is open
board-by = By what?
board-by-unit = By place
board-by-series = By topic
board-by-team = By team
board-back = Open requests
board-look = Look at it
board-more = { $number }, more:
board-assign = Assign
board-transfer = Transfer
board-note = Note
board-extend = Extend
board-merge = Merge
board-answer = Answer it
board-cancel = Call off
board-reject = Do not accept
board-accept = Accept
board-history = Whole history
board-which-team = { $number }: to whom?
board-self = I will do it
board-who = { $number }: who goes?
board-group = To the group
board-offered = { $number } is offered to { $team }.
board-assigned = { $number } is with { $helper } now.
board-not-for-group = This one is not for a group; please choose one person.
board-nobody-reads = Nobody reads in the group of { $team } now; please choose one person.
board-nobody-on-duty = Nobody of { $team } is on duty now; please choose one person.
board-out-of-reach = { $helper } cannot be reached now; please choose somebody else.
board-not-your-volunteer = This is not one of your volunteers.
board-in-words = A few words, please.
board-left = All right, it stays as it is.
board-ask-note = What is to be noted? Only staff can see it.
board-noted = Noted with { $number }.
board-ask-answer = What is the answer?
board-ask-cancel = Why is it called off? The resident will be told.
board-ask-reject = Why can it not be accepted? The resident will be told.
board-ask-instead = Where else can they go? A place or a phone number.
board-closed = { $number } is closed, and the resident knows.
board-accepted = { $number } is accepted; please finish it by { $until }.
board-not-answer = { $number } is with helpers already and cannot be answered here.
board-not-cancel = { $number } cannot be called off now.
board-not-reject = { $number } is accepted already; it can be transferred or called off.
board-not-merge = Somebody is on { $number } already; it cannot be merged.

request-accepted = { $number } is accepted; it will be done by { $until }.
request-answered = { $number } { $about }, our answer: { $words }
request-closed = { $number } is closed: { $reason }. The desk can tell you more.
request-rejected = We cannot do { $number }: { $reason }. Please go to: { $instead }
request-extended = { $number } takes longer: { $reason }. It will be done by { $until }.
request-transferred = { $number } is looked after by { $unit } now.
request-referred = { $number } is a matter for { $to }, phone { $phone }. Reason: { $reason }
request-referred-ask = { $number } is a matter for { $to }: { $reason }. The desk can tell you how to reach them: { $phone }.
request-merged = { $number } and { $other } are the same thing, done together; we will ask you when it is done.
help-extended = { $number } has time until { $until } now. Thank you!

transfer-whom = { $number }: to whom?
transfer-team = Another team
transfer-unit = Another community
transfer-outside = An authority
transfer-which-unit = { $number }: to which community?
transfer-which-outside = { $number }: to which authority?
transfer-not-there = It is there already.
transfer-why = Why? The reason goes into the history.
transfer-done = { $number } is with { $unit } now.
refer-done = { $number } is referred to { $to }; the resident has the number.

dispute-begin = Not ours
dispute-why = Why is it not yours? Please write the reason.
dispute-raised = Your objection to { $number } is noted; it is decided within two hours.
dispute-too-late = { $number } can no longer be disputed.
dispute-open = { $number } is disputed; it can be arranged once that is decided.
dispute-new =
    An objection, please decide within two hours:
    { $line }
    Reason: { $reason }
dispute-undecided =
    Nobody has decided on an objection for two hours; please do:
    { $line }
dispute-keep = It stays there
dispute-back = Take it back
dispute-kept = The objection to { $number } was not accepted; please look after it.
dispute-kept-done = { $number } stays with { $unit }.
dispute-returned = The objection to { $number } was accepted; it goes back.

merge-which = Which one is the same as { $number }?
merge-none = There is nothing like { $number } nearby within 24 hours.
merge-not-these = These two cannot be merged.
merge-done = { $number } is merged into { $other }.

extend-why = Why does it take longer? The resident will be told.
extend-how-long = How many days more?
extend-days = { $n ->
    [one] { $n } day
   *[other] { $n } days
}
extend-days-please = Please tap 1, 3 or 7 days.
extend-once = { $number } was extended once already; that is all.
extend-not-yet = Nobody has taken { $number } yet; it cannot be extended.
board-extended = { $number } has time until { $until } now; the resident knows.

history-line = { $at } { $who }: { $what }
history-line-note = { $at } { $who }: { $what } ({ $note })
history-system = the service
history-rung = { $limit }: { $rung }
history-earlier = { $n } earlier lines.
history-contact-by = First contact by { $at }
history-contacted = First contact { $at } ✓
history-done-by = To be done by { $at }
history-extended-to = To be done by { $at } (extended)
history-done = Done { $at } ✓
history-holder = With { $name } since { $since }
history-holder-due = With { $name } since { $since }, coming { $due }
history-offer = Asked { $whom }: { $state }
history-offer-why = Asked { $whom } ({ $why }): { $state }
history-coming = To come: { $at } { $limit }, { $rung }
limit-respond = time to get in touch
limit-resolve = time to finish
rung-warning = reminder
rung-due = over
rung-leader = to the leader
rung-coordinator = to the coordinator
rung-street = to the level above
offer-state-open = no answer yet
offer-state-taken = took it
offer-state-withdrawn = withdrawn
offer-state-declined = cannot go
offer-state-expired = did not answer
move-submit = submitted
move-accept = accepted
move-answer = answered at once
move-refer = referred
move-reject = not accepted
move-merge = merged
move-dispatch = dispatched
move-dispute = disputed
move-claim = taken
move-give-back = given back
move-hand-over = handed over
move-replace = somebody else asked
move-contact = in touch
move-start = begun
move-wait = waiting for the resident
move-go-on = goes on
move-extend = extended
move-resume = taken up again
move-finish = finished
move-confirm = confirmed by the resident
move-close-unanswered = nobody answered
move-reopen = reopened
move-cancel = called off
move-archive = archived
move-correct = corrected words
move-add = added something
move-promise = a time was promised
move-arrive = arrived
move-note = note
move-absorb = another one merged into it
move-called = told by phone
move-dispute-undecided = nobody decided, the level above was asked
move-alert = alerted again
move-consent = agreed
move-offer = looking for a volunteer
move-other = something happened

callback-please =
    Please call { $name } ({ $phone }) and say:
    { $words }
callback-did = I called
callback-waits = { $number }: nobody has made the call for half an hour; please see to it.
callback-done = { $number }: told by phone ({ $name }).

enter-phone = The caller's phone number?
enter-phone-again = This number looks incomplete. Once more, please.
enter-who = This number is known. Who is it?
enter-somebody-else = Somebody else
enter-tap-please = Please tap one of the choices.
enter-name = What is the caller called?
enter-place = Where is it? Write it, or tap.
enter-place-in-words = A few words, or tap.
enter-place-which = Which one exactly? Please tap.
enter-place-here = Somewhere there
enter-words = What is the matter, in the caller's words?
enter-item = Which one is it?
enter-other-item = The whole catalogue
enter-card =
    { $item }
    Who: { $name }
    Phone: { $phone }
    Place: { $address }
    What: { $words }
enter-yes = Enter it
enter-press-please = If all is well, tap "Enter it"; otherwise say "cancel".
enter-left = All right, nothing was entered.
enter-done = Entered, number { $number }. Please tell the caller: somebody is in touch by { $until }.

away-how-long = For how many days? Tap, or reply with a number.
away-days = { $n ->
    [one] { $n } day
   *[other] { $n } days
}
away-days-please = Please reply with a number of days, 1 to { $most }.
away-who = Who stands in for you?
away-nobody = Nobody
away-nobody-name = nobody
away-tap-please = Please tap one of the names.
away-done = All right, { $cover } stands in for you until { $until }. Send /away when you are back.
away-alone = All right, until { $until } the level above is told. Send /away when you are back.
away-you-cover = { $name } is away until { $until }; please stand in.
away-cover-over = { $name } is back. Thank you for standing in!
away-now = You are away until { $until }; standing in: { $cover }.
away-back = I am back
away-not = You are not away.
away-welcome = Welcome back!

today-numbers = Today: { $new } new, { $taken } taken, { $done } done. Now: { $late } late, { $waiting } waiting for residents.
today-contact = First contact on average after { $hours } h { $minutes } min.

team-which = Which team?
team-overview =
    { $team }: { $n } people, { $place }
    How it is asked: { $mode }
    Can do: { $skills }
team-mode-group = in the group, the first tap has it
team-mode-ring = a few at a time, the nearest first
team-member = { $name } · { $load } in hand
team-member-marked = { $name } · { $load } in hand · { $marks }
team-leads = leader
team-on-leave = on leave
team-off-duty = off duty
team-invite = Invite members
team-change-mode = Change how it is asked
team-change-skills = Change what it can do
team-change-area = Change where it works
team-where = Where does this team work?
team-skills = A tap changes it:
team-has = ✓ { $skill }
team-has-not = { $skill }
team-back = Back to the team
team-one =
    { $name } ({ $team })
    { $load } in hand (at most { $most }), { $recent } taken in 30 days
    { $duty }
team-duty-on = on duty
team-duty-off = off duty
team-duty-leave = on leave
team-to-leave = On leave for a week
team-change-load = How many at once
team-more = More
team-more-of = { $name }: what should change?
team-back-to-member = Back
team-how-many = How many tasks at once for { $name }?
team-load = { $n }
team-your-load = In { $team } you get at most { $n } at once. Too many or too few? Tell your leader.
team-can-do = What can { $name } do? Tap to change:
team-to-duty = On duty again
team-lead = Make leader
team-lead-no-more = No longer leader
team-remove = Take out of the team
team-out-sure = Really take { $name } out of { $team }?
team-out-yes = Yes
team-out-done = { $name } is no longer in { $team }.
team-tasks-first = { $name } still has tasks; they are finished or handed over first.
team-not-in-it = This person is no longer in the team.
team-no-volunteer = This person is no volunteer; no leave is needed.
team-you-are-on-leave = You are on leave from { $team } until { $until }. Have a good rest.
team-you-are-on-duty = You are on duty in { $team } again.
team-you-lead = You lead { $team } now. Thank you!
team-you-lead-no-more = You no longer lead { $team }. Thank you for all you did!
team-you-are-out = You are no longer in { $team }. Thank you for all you did!
