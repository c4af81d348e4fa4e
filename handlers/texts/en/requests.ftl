ask-item = Which one do you mean?
ask-none-of-these = None of these
ask-other-series = Other topics
ask-series = What is it about?
ask-series-media = Got it. What is it about?
ask-which-item = Which one exactly?
ask-words = What is the matter? A photo helps, too.
ask-words-please = A few words or a photo, please.
ask-address = Where is it? Write it, or send a position.
ask-address-in-words = A few words will do, such as "building 3, unit 2".
ask-when = When would suit you?
ask-when-today = Today
ask-when-tomorrow = Tomorrow
ask-when-any = Any time
ask-when-in-words = A few words will do, such as "Wednesday morning".
ask-phone = Which phone number can we call?
ask-phone-share = Send my phone number
ask-position-share = Send my position
ask-phone-again = This number looks incomplete. Once more, or skip?
ask-confirm = Confirm
ask-change-it = Change
ask-change = Change what?
ask-change-item = Topic
ask-change-words = Words
ask-change-address = Place
ask-change-when = Time
ask-change-phone = Phone
ask-added = Added. Please look once more.
ask-press-please = If all is well, tap "Confirm".
ask-cancelled = All right, not now. I am here when you need me.
card-own =
    {"["}{ $series }] { $item }
    You said: { $words }
    Place: { $address }
    Time: { $when }
    Phone: { $phone }
    Before one takes it, volunteers see only: { $shown }
    Is this right? Send a photo to add it.
request-received = Received, number { $number }. Somebody will contact you by { $until }.
request-taken = { $helper } ({ $team }) has taken { $number } and will contact you.
request-given-back = { $number }: your volunteer cannot come; we are finding another.
request-moved-on = { $number } has moved on already; nothing to do here.
request-not-yours = This request is not yours. Please ask the desk.
request-unknown = I cannot find this request. Please ask the desk.
my-none = You have not asked for anything yet.
my-line = { $number } { $item }: { $state }
my-requests =
    Your latest requests:
    { $lines }
state-draft = draft
state-submitted = submitted
state-accepted = accepted
state-dispatched = with a team
state-claimed = taken
state-done = finished
state-confirmed = solved
state-reopened = reopened
state-cancelled = cancelled
outcome-ask = { $number } { $item }: your volunteer has finished. Is it solved?
outcome-ask-note = { $number } { $item }: "{ $note }". Is it solved?
outcome-solved = Solved
outcome-not = Not solved
outcome-reopened = I see. { $number } goes back to the coordinator; somebody else will come.
rating-ask = Good! How many stars? You may also reply 1 to 5.
rating-again = Please reply with 1 to 5.
rating-thanks = Thank you!
rating-none = All right, no stars needed.
