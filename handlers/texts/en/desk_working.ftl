# How the desk works: the taker's card, the group with topics, canned replies, a talk into a request or an answer. No name, phone or door stands in the group.
role-desk-group = the desk's group
invite-desk-group = The desk's group
invite-group-of-team = This group is a team's; please make another one for the desk.
desk-group-bound =
    This is the group of the desk of { $place } now: a topic for each resident who asks for a person.
    Please switch topics on, and make me an admin who may manage them.
    What those on duty write in a topic goes to the resident; what begins with // stays among colleagues.

desk-topic-name = Resident { $n }
desk-topic-waits = { $who } is waiting for a person.
desk-topic-again = { $who } is waiting again: please take them first.
desk-topic-take = I take it
desk-topic-taken = { $who }: { $by } is talking with them.
desk-topic-parked = { $who }: set aside until { $until }.
desk-topic-over = { $who }: the talk is over.
desk-topic-more = More (privately)
desk-topic-see-private = Sent to your private chat with me.
desk-topic-said = Resident: { $words }
desk-topic-partly =
    Resident: { $words }
    (the whole of it is in the taker's private chat)
desk-topic-hidden = The resident said something that goes to the taker alone.
desk-topic-file = The resident sent a file or voice; it is in the taker's private chat.
desk-topic-file-said =
    Resident: { $words }
    (and a file or voice, in the taker's private chat)
desk-topic-desk = { $by } answered: { $words }
desk-topic-desk-hidden = { $by } answered the resident privately.
desk-topic-nobody = { $who } is not asking for a person now; this was not sent.
desk-topic-duty = You are not on duty, so your words were not sent. Start now, for how long?
desk-topic-not-sent-duty = Not sent: first say in our private chat that you are on duty.
desk-topic-kept-out = This looks like a caller's note; it was not sent. Choose in our private chat.
desk-topic-others = { $by } is talking with them; this was not sent.
desk-topic-take-over = I take over
desk-topic-went-to = { $by } has taken over { $name }.
desk-topic-is-taken = Somebody has this talk already, or nobody is waiting any more.
desk-topic-earlier = { $who } has waited longer: please take them first.
desk-topic-own = This is your own talk; a colleague must take it.

desk-card-asked = Asked lately: { $lines }
desk-card-answered = “{ $words }” → { $about }
desk-card-no-help = “{ $words }” → { $about } (did not help)
desk-card-unanswered = “{ $words }” (no answer)
desk-card-open = Open: { $lines }
desk-card-request = { $number } { $item } ({ $state })
desk-card-request-sensitive = { $number } ({ $state })
desk-card-before =
    { $n ->
        [one] Talked once before, on { $last }.
       *[other] Talked { $n } times before, last on { $last }.
    }

canned-list = Ready replies
canned-none = There are no ready replies yet. A coordinator adds them with /replies.
canned-which = Which one goes to { $name }?
canned-said = Sent to { $name }: { $words }
canned-gone = That one is no longer there.
canned-keep =
    { $n ->
        [one] One ready reply. Tap it to change or remove it.
       *[other] { $n } ready replies. Tap one to change or remove it.
    }
canned-keep-none = There are no ready replies yet. Add one?
canned-new = Add one
canned-one = { $words }
canned-change = Change
canned-drop = Remove
canned-back = See all
canned-ask = Write the reply as residents will read it.
canned-too-long = Too long: { $n } characters at most.
canned-written = Kept: { $words }
canned-dropped = Removed: { $words }
canned-left = Fine, nothing was changed.
command-replies = Ready replies

desk-request = Make it a request
desk-request-words = What is it about? In the resident's words.
desk-request-said =
    The resident says: { $words }
    Keep it like this, or write it anew?
desk-request-as-said = Keep it
desk-request-item = Which is it?
desk-request-other = The whole catalogue
desk-request-card =
    { $item }
    Who: { $name }
    Phone: { $phone }
    Where: { $address }
    What: { $words }
desk-request-right = If all is right, tap “File it”.
desk-request-yes = File it
desk-request-press = Tap “File it” if all is right, or say “cancel”.
desk-request-left = Fine, nothing was filed.
desk-request-done = Filed as { $number }; somebody will be in touch with { $name } by { $until }.
desk-request-told = { $by } has filed it for you as { $number }; somebody will be in touch by { $until }. To take it back, tap “My requests”.
desk-request-together = Filed as { $number }, together with { $n ->
    [one] one household
   *[other] { $n } households
}.
desk-teach = Make it an answer
desk-teach-nothing = The resident has not written anything yet.
