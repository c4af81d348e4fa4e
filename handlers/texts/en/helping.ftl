card-head = { $number } { $item }
card-until = Please finish by { $until }.
card-state = Now: { $state }
card-line-name = Who: { $name }
card-line-address = Place: { $address }
card-line-phone = Phone: { $phone }
card-line-when = Time: { $when }
card-line-words = What: { $words }
card-line-team = Team: { $team }
card-line-helper = Helper: { $helper }
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
staff-emergency =
    Emergency! Please call at once:
    { $card }
staff-emergency-more = News of the emergency { $number }: { $words }
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
