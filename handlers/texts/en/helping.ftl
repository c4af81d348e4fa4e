card-head = { $number } { $item }
card-taken =
    { $card }
    ✓ { $helper } has taken it
card-closed =
    { $card }
    ✓ finished
card-withdrawn =
    { $card }
    Arranged otherwise
card-until = Please finish by { $until }.
card-state = Now: { $state }
line-name = Who: { $name }
line-address = Place: { $address }
line-phone = Phone: { $phone }
line-when = Time: { $when }
line-words = What: { $words }
line-team = Team: { $team }
line-helper = Helper: { $helper }
offer-new =
    New task
    { $card }
offer-take = I will go
offer-yours = It is yours. Address and phone are in our private chat.
offer-taken = Somebody has taken it already, thank you!
offer-gone = This one was withdrawn, thank you!
offer-own = This is your own request; let others help you.
offer-meet-first = Please write to me privately first, so that I can send you the address.
help-finish = Finished
help-return = I cannot go
help-ask-note = Thank you! One line about what was done?
help-note-in-words = A few words will do, or skip.
help-not-yet = All right, not finished yet. No hurry.
help-thanks = Thank you for your work!
help-done = { $number } is finished, thank you!
help-over = { $number } is with somebody else now; address and phone are no longer shown.
help-relieved = Somebody else goes for { $number }; you need not go. Thank you!
help-returned = No problem, { $number } goes to somebody else.
help-not-yours = This one is not with you now.
help-none = You have no task at the moment.
help-attachment = { $number }: a photo or file was added:
help-corrected = { $number }: the resident corrected: { $words }
help-confirmed = { $number }: the resident says it is solved. Thank you!
staff-new =
    A new request, please arrange it:
    { $card }
staff-given-back =
    The volunteer cannot go, please find another:
    { $card }
staff-reopened =
    The resident says it is not solved; please send somebody else:
    { $card }
staff-unread =
    Nobody reads in the team's group any more, please arrange it:
    { $card }
staff-emergency =
    Emergency! Please call at once:
    { $card }
staff-emergency-more = News of the emergency { $number }: { $words }
staff-parked = A message could not be handled; send /parked to see it.
board-open = Open: { $n }. Tap one to see it.
board-empty = Nothing is open.
board-line = { $number } { $item } · { $state }
board-assign = Assign
board-back = Open requests
board-which-team = { $number }: to whom?
board-self = I will do it
board-who = { $number }: who goes?
board-group = To the group
board-offered = { $number } is offered to { $team }.
board-assigned = { $number } is with { $helper } now.
board-not-for-group = This one is not for a group; please choose one person.
board-nobody-reads = Nobody reads in the group of { $team } now; please choose one person.
board-out-of-reach = { $helper } cannot be reached now; please choose somebody else.
board-not-your-volunteer = This is not one of your volunteers.
failures-none = No failed messages.
failure =
    { $at } { $error }
    { $frames }
failure-retry = Try again
failure-drop = Looked after
failure-gone = This one was looked after already.
failure-again = All right, it is tried again.
failure-dropped = All right, no longer listed.
staff-emergency-place = The position of the emergency { $number }:
