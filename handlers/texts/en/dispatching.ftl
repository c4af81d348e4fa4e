# Who is asked: cards, offers to one, the leader, duty. Declining costs nothing, and the words say so.
offer-new =
    New task
    { $card }
offer-reminder =
    This one is still waiting. Who could go?
    { $card }
offer-take = I will go
offer-yours = It is yours. Address and phone are in our private chat.
offer-yours-already = This one is in your hands already.
offer-taken = Somebody has taken it already, thank you!
offer-gone = This one was withdrawn, thank you!
offer-expired = We have asked others by now. Thank you!
offer-own = This is your own request; let others help you.
offer-another = You went last time. Somebody else goes this time. Thank you!
offer-meet-first = Please write to me privately first, so that I can send you the address.
offer-hands-full = You have { $n } in hand already. Finish those first, no hurry.
card-taken =
    { $card }
    ✓ { $helper } has taken it
card-taken-some =
    { $card }
    ✓ { $helper } will go, { $n } more wanted
card-closed =
    { $card }
    ✓ finished
card-withdrawn =
    { $card }
    Arranged otherwise
ring-ask =
    Could you do this?
    { $card }
ring-decline = Not this time
ring-yours = { $number } is yours, see below.
ring-taken = { $number }: somebody is going. Thank you!
ring-expired = { $number }: we have asked others. No need to do anything.
ring-withdrawn = { $number } is arranged otherwise. No need to do anything.
decline-thanks = No problem, we will ask others for { $number }. Would you say why?
decline-busy = Busy
decline-far = Too far
decline-unable = Can't do it
decline-other = Other
decline-noted = Noted. Thank you for telling us.
pair-looked-for = { $number } takes more than one. We are looking for { $n } more.
pair-is = { $number }: { $helper } goes with you.
leader-please =
    Nobody has taken this yet. Please arrange it:
    { $card }
leader-goes = I'll go
send-whom = { $name } ({ $why })
why-known = known and welcome
why-building = same building
why-estate = same estate
why-metres = { $n } m
why-free = free
why-rare = seldom asked lately
staff-unclaimed =
    Nobody of the team has taken this. Please arrange it:
    { $card }
still-looking = { $number }: we are still looking for somebody and have not forgotten. If it is urgent, call { $phone }.
duty-is =
    { $lines }
    { $n } in hand, { $most } at most.
duty-line = { $team }, badge { $badge }: { $duty }
duty-state-on = on duty
duty-state-off = off duty
duty-state-leave = on leave until { $until }
duty-on = On duty
duty-off = Off duty
duty-leave = Leave
duty-most = How many at once
duty-back = Back early
duty-now-on = Welcome! We will ask you; just say "Not this time" if it doesn't suit.
duty-now-off = Fine, have a rest. We send you no new tasks.
duty-how-long = On leave for how long?
duty-days = { $n ->
    [1] Today
   *[other] { $n } days
}
duty-now-leave = Fine. We leave you in peace until { $until }.
duty-leave-over = Your leave is over, welcome back! To rest longer, send /duty.
duty-how-many = How many at once?
duty-load = { $n }
duty-load-kept = Fine, { $n } at most.
staff-over = { $number } is settled; address and phone are no longer shown.
pair-missing = { $number } needs { $n } more; please assign somebody.
