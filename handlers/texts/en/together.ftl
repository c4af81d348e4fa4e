# Several households report the same thing: one case, a number for each, and each is asked for themselves.
together-ask-building = { $n ->
    [one] One household in your building has
   *[other] { $n } households in your building have
} reported "{ $item }"; it is being seen to. Count you in?
together-ask-estate = { $n ->
    [one] One household in your estate has
   *[other] { $n } households in your estate have
} reported "{ $item }"; it is being seen to. Count you in?
together-yes = Count me in
together-no = Not the same thing
together-tap = Tap "Count me in" if it is the same thing, "Not the same thing" otherwise.
together-done = { $n ->
    [one] You are counted in with one household.
   *[other] You are counted in with { $n } households.
} Your number is { $number }. We tell you what happens, and ask you in the end.
together-apart = Not the same, do mine alone
together-leave = Tell me no more of it
together-taken = Somebody sees to your { $number }. We will ask you when it is done.
together-taken-due = Somebody sees to your { $number } and comes by { $at }. We will ask you when it is done.
together-looking = We are looking for somebody else for your { $number }, and will tell you.
together-done-there = Your { $number } is said to be done.
together-again = { $number } is not done yet; it goes on.
together-solved = { $number } { $item } is said to be done. Is it solved at your home?
together-thanks = Thank you! { $number } is noted.
together-reopened = Sorry that { $number } was not solved. It goes on now, new number { $new }.
together-apart-done = All right, { $number } goes on alone, new number { $new }.
together-left = All right, no more messages about { $number }.
together-over = { $number } is not counted with others any more.
together-caller-building = { $n ->
    [one] One household in this building has
   *[other] { $n } households in this building have
} reported the same.
together-caller-estate = { $n ->
    [one] One household in this estate has
   *[other] { $n } households in this estate have
} reported the same.
card-line-households = Households: { $n }
move-own-answer = one of the households answered
move-leave = not counted in any more
enter-alone = Enter it alone
enter-done-together = { $n ->
    [one] Entered, together with one household,
   *[other] Entered, together with { $n } households,
} number { $number }. Please tell the caller.
enter-card-right = If the caller agrees, tap below.
enter-change-it = Change it
enter-change = What is to be changed?
enter-change-phone = Phone
enter-change-name = Name
enter-change-place = Place
enter-change-words = Words
enter-change-item = Which service
slip-danger = Please say the lines above to the caller { $name } ({ $phone }) at once. Those on duty are told, number { $number }.
slip-danger-where = Nobody knows yet where it is: please ask, and tell those on duty.
slip-no-phone = no phone
