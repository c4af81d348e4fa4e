# A person: on duty, in the queue, who comes, what was said. Residents are told the truth, kindly.
desk-somebody = A resident
desk-file = (see attachment)
desk-reply = Reply
desk-place = A person will come; you are number { $place }. If it is urgent, call the desk: { $phone }.
desk-place-time = A person will come; you are number { $place }, about { $minutes } minutes. If it is urgent, call the desk: { $phone }.
desk-nobody-on = The staff have been told, but nobody is online now; it may take a while. If it is urgent, call the desk: { $phone }.
desk-nobody-at-all = Nobody on duty can be reached now; please call the desk: { $phone }. Whoever comes on duty will see you.
desk-go-ahead = Go ahead and write; it goes to the people on duty. To leave, say "cancel".
desk-just-write = Just write; it goes there.
desk-noted = Noted; the people on duty will see it.
desk-leave = Don't wait
desk-call-me = Call me instead
desk-end-talk = That's all
desk-you-left = All right. For a person, say "human" at any time.
desk-you-ended = All right, that's it for now. For a person, say "human" at any time.
desk-cannot = This kind of message cannot be passed on. Words, voice and photos can.
desk-call-promised = Good: somebody on duty will call { $phone }. You need not wait here.
desk-comes = { $by } is here for you. Go ahead.
desk-will-call = { $by } has seen it and will call you now.
desk-your-turn = Your turn: { $by } is here for you.
desk-says = { $by }: { $words }
desk-lost-for-you = { $by } was held up. You are first in the queue again; sorry for the wait.
desk-call-lost-for-you = The call has not come off yet; somebody else will call you. Sorry! You need not wait here.
desk-back-to-you = Somebody else will take over; you are first in the queue.
desk-parked-for-you = { $by } is looking into it and will be back around { $until }.
desk-turn-comes = Your matter is in the queue again; somebody will look soon.
desk-turn-later = Your matter is in the queue again; whoever comes on duty will look. If it is urgent, call { $phone }.
desk-shut = The desk has closed; sorry we did not get to you. You are first on { $until }. If it is urgent, call { $phone }.
desk-noted-until = It is noted; the desk will see it on { $until }. If it is urgent, call the desk: { $phone }.
desk-closed-solved = { $by } says this is settled. For a person, say "human" at any time.
desk-closed-called = { $by } has talked with you on the phone, so we end here. For a person, say "human" at any time.
desk-closed-silent = We did not hear from you, so we end here. For a person, say "human" at any time.
desk-closed-other = The talk with { $by } has ended. For a person, say "human" at any time.
desk-talk-over = This talk has ended. If you still need somebody, tap "Talk to a person".
desk-edited-late = The talk has ended; the change was not passed on.
desk-voice-passed-on = Your voice message is with the people on duty; they will answer here. If it is urgent, call { $phone }.
desk-voice-nobody = Your voice message is kept, but nobody can hear it now. Please call the desk: { $phone }.
# Out of hours
desk-closed-now = The desk is closed now ({ $hours }); it opens { $opens }. If it is urgent, call the desk: { $phone }. What would you like?
desk-later-call = Call me when open
desk-later-words = Leave a message
desk-later-request = Make a request
desk-later-say = Go ahead; the people on duty will read it first thing.
desk-later-phone = Which number shall we call?
desk-later-nothing = All right. For a person, say "human" at any time.
desk-call-later = Good: we call you after { $until }.
desk-words-later = Noted; the people on duty will read it after { $until }.
# Those on duty
desk-waits =
    { $has ->
        [yes] { $name } would like to talk to a person: { $words }
       *[no] { $name } would like to talk to a person.
    }
desk-waits-again =
    { $has ->
        [yes] { $name } is still waiting (first in line): { $words }
       *[no] { $name } is still waiting (first in line).
    }
desk-wants-call =
    { $has ->
        [yes] { $name } would like a call: { $words }
       *[no] { $name } would like a call.
    }
desk-heard =
    { $has ->
        [yes] { $name } sent a voice message. Please listen. { $words }
       *[no] { $name } sent a voice message. Please listen.
    }
desk-seen =
    { $has ->
        [yes] { $name } sent photos or files: { $words }
       *[no] { $name } sent photos or files.
    }
desk-take-next = Take the next one
desk-taken-by = { $name }: taken by { $by }.
desk-notice-over = { $name }: the talk has ended.
desk-notice-closed = { $name }: not reached before closing; first thing when we open.
desk-nobody-waits = Nobody is waiting; everybody has been taken.
desk-not-yours = Somebody else has this talk now, or it is back in the queue.
desk-over = This talk has ended.
command-queue = Queue
desk-queue-empty = Nobody is waiting.
desk-duty = My shift
desk-queue-open = See the queue
desk-queue = Waiting: { $n }, with you: { $held }. { $lines }
desk-line = { $name }: { $minutes } min
desk-line-call = { $name }: wants a call, { $minutes } min
desk-go-on-with = Go on with { $name }
desk-card = { $name }
    Said: { $words }
desk-card-call = { $name } wants a call: { $phone }
    Said: { $words }
desk-card-over = { $name }: the talk has ended.
desk-card-lost = { $name }: no answer in time, back in the queue.
desk-write = Write
desk-more = More
desk-end = End
desk-writing-to = What you write goes to { $name }. Just write.
desk-pause = Set aside
desk-send-slip = This looks like a caller's note; { $name } has not got it yet. What is it?
desk-send-whom = { $name } spoke last. Who is this for?
desk-send-enter = Enter the call
desk-send-to = Send to { $name }
desk-send-tap = Not sent yet: choose first, then write on.
desk-send-left = All right, not sent.
desk-sent-to = Sent to { $name }.
desk-paused = All right, set aside. To go on, tap "Write" on the card.
desk-said = { $who }: { $words }
desk-unreachable = Noted, but they cannot be reached here now. Please phone them.
desk-lost = { $name } had no answer from you and is back in the queue.
desk-lost-waits = Your words were not sent: the talk had no answer and is back in the queue.
desk-lost-other = Your words were not sent: a colleague has this talk now.
desk-lost-over = Your words were not sent: this talk has ended.
desk-danger-words = You wrote of danger. If they are in danger, have them call { $call } first; so must you, if it is you.
desk-left = { $name } has ended the talk.
desk-what-else = { $name }: what else?
desk-hand = Hand over
desk-later = Come back later
desk-to-whom = To whom?
desk-to-nobody = No colleague is on duty now; it can go back into the queue.
desk-release = Back to the queue
desk-colleague-gone = This colleague is not on duty any more. Please choose another.
desk-handed = { $name } is now with { $to }.
desk-handed-to-you = { $by } has handed a resident to you. Please say a word first.
desk-released = { $name } is first in the queue again.
desk-until-when = When will you be back?
desk-park-30 = In half an hour
desk-park-120 = In two hours
desk-park-next = When we open next day
desk-parked = { $name } is set aside; we remind you on { $until }.
desk-comes-back = The time you named has come: please go on with this resident.
desk-waits-long = { $name } has waited for a person for { $minutes } minutes.
desk-why-over = How did the talk with { $name } end?
desk-reason-solved = Settled
desk-reason-called = Phoned
desk-reason-silent = No reply
desk-reason-other = Other
desk-closed =
    { $n ->
        [0] The talk with { $name } has ended. Nobody is waiting.
       *[other] The talk with { $name } has ended. { $n } more waiting.
    }
# Duty
shift-not-on = You are not on duty. Start now?
shift-on-for = { $n } hours on duty
shift-first = You are not on duty yet. Tap for how long.
shift-is-on = You are on duty until { $until }. With you: { $held }, waiting: { $n }.
shift-off = Off duty
shift-on =
    { $n ->
        [0] You are on duty until { $until }. Nobody is waiting.
       *[other] You are on duty until { $until }. Waiting: { $n }.
    }
shift-holds = You still have { $n } residents. Off duty, they go back into the queue. All right?
shift-leave = Back to queue, off duty
shift-ended = Off duty. Thank you!
shift-soon-over = Your shift ends at { $until }. Go on?
shift-over = Time is up: you are off duty now. Thank you! Your talks stay with you.
