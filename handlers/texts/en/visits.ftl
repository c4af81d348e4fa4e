# Visits: reminders, the visit card, records, promises, worries.
visit-card =
    { $name } · { $home }
    { $day }, { $how }
    Goes: { $who }
visit-in-person = in person
visit-by-call = a call will do
visit-nobody-goes = nobody yet
visit-is-done = This visit is done.
visit-is-refused = They said there is no need; nobody goes this time.
visit-is-cancelled = This visit was cancelled.
visit-missed = Nobody was at home before ({ $n ->
    [one] once
   *[other] { $n } times
}).
visit-done = Done
visit-later = Another day
visit-who = Who shall go
visit-nobody-home = Nobody home
visit-no-more = No more visits
visit-not-this = Not this time
visit-write = Add a few words
visit-over = This visit is settled already. Nothing more to tap.
visit-details =
    { $name }
    Phone: { $phone }
    Address: { $address }
    Visit: { $kind }
visit-kind-routine = a regular one
visit-kind-festival = for the festival
visit-kind-birthday = for a birthday
visit-kind-occasion = for something special
visit-occasion-hardship = hard times
visit-occasion-conflict = trouble at home
visit-occasion-hospital = in hospital
visit-occasion-bereavement = a death in the family
visit-with-birthday = It is also about their birthday.
visit-promised = Promised: { $what } (by { $day })
visit-nothing-recorded = { $name }: nothing was written down about this visit.
visit-recorded = { $name }: { $day }, { $how }. Written by { $by }
visit-how-visit = in person
visit-how-call = by phone
visit-record-needs = Needs: { $words }
visit-record-words = In their own words: { $words }
visit-promise-open = Promised: { $what } (by { $day }, not done yet)
visit-promise-request = Promised: { $what } (now a request)
visit-promise-done = Promised: { $what } (done)
visit-promise-dropped = Promised: { $what } (not possible)
promise-add = Note a promise
worry-raise = I am a bit worried

# Reminders
visit-digest = Visits: { $parts }.
visit-digest-for = You stand in for { $name }:
visit-digest-nobody = Nobody goes to these yet. Please name somebody:
visit-digest-promises = { $n ->
    [one] Something you promised is due.
   *[other] { $n } things you promised are due.
}
visit-digest-more = And { $n } more.
visit-n-late = { $n } late
visit-n-today = { $n } today
visit-n-tomorrow = { $n } tomorrow
visit-n-after = { $n } the day after
visit-n-soon = { $n } in three days
visit-on-late = Late: { $people }
visit-on-today = Today: { $people }
visit-on-tomorrow = Tomorrow: { $people }
visit-on-after = The day after: { $people }
visit-on-soon = In three days: { $people }
visit-line = { $name } ({ $home })
visit-line-call = { $name } ({ $home }, a call will do)
visit-open = { $name }
visit-open-again = Open this visit
visits-late = { $n ->
    [one] One visit is
   *[other] { $n } visits are
} late by { $days } days or more:
visits-late-line = { $who }: due { $day }, { $visitor }
visits-late-street = { $station }: { $n ->
    [one] one visit is
   *[other] { $n } visits are
} late by { $days } days or more.

# Records
record-begin =
    Noted: { $name } was visited on { $day }.
    A few more questions; each can be skipped. { $rules } No photos, either.
record-again =
    { $name }, { $day }: add a few words. Each question can be skipped.
    { $rules } No photos, either.
record-day = Which day was it?
record-today = Today
record-yesterday = Yesterday
record-mistake = Wrong tap, not yet
record-day-please = Please name a day, such as "yesterday" or "Nov 20". It cannot lie ahead.
record-day-too-old = That is long ago. The last { $days } days can be entered.
record-how = In person, or by phone?
record-how-visit = In person
record-how-call = By phone
record-how-please = Please tap: in person, or by phone.
record-needs = What do they need? One sentence will do.
record-words = Anything they want to say, in their own words?
record-promise = Did you promise something? Write one thing.
record-words-please = Please write a few words, or tap "Skip".
record-kept = All noted: { $name }. Thank you for going.
record-left = Fine, that is all then.
record-unmade = All right, that entry does not count.
record-taken-back = Fine, it counts as not done; the plan stays as it was.

# Promises
promise-what = What was promised? One sentence.
promise-owner = Who does it?
promise-by-own = I do
promise-by-request = A team does
promise-by-secretary = The secretary
promise-tap-please = Please tap who does it.
promise-no-secretary = The secretary is not there now. Please choose another.
promise-item = What kind of thing is it?
promise-other-item = Something else
promise-not-emergency = For an emergency please call at once; it is not sent from here.
promise-day = By which day?
promise-in-days = { $n ->
    [1] Tomorrow
   *[other] Within { $n } days
}
promise-day-please = Please name a day, such as "Friday" or "Dec 3", within { $days } days.
promise-kept-own = Noted: by { $day }. I remind you from then on until it is done.
promise-kept-other = Noted: { $owner } does it by { $day }, and has been told.
promise-yours-now = { $by } visited { $name }. One thing is yours to do by { $day }.
promise-request-done = It is on its way: { $number }. Somebody is in touch with them by { $until }.
promise-request-told = { $by } filed something for you: { $number }. Somebody is in touch with you by { $until }.
promise-left = Fine, nothing is noted.
promise-open = { $name }: a promise
promise-card =
    Promised to { $name }: { $what }
    By { $day }. How does it stand?
promise-done = Done
promise-later = Takes longer
promise-drop = Not possible
promise-thanks = Wonderful. Thank you for keeping your word.
promise-dropped = Noted. Please tell { $name } yourself.
promise-moved = Fine, by { $day }.
promise-over = This is settled already.

# Another day, nobody home, not wanted
visit-later-when = Which day instead?
visit-day = { $day }
visit-day-please = Please name a day, such as "tomorrow", "Friday" or "Dec 3".
visit-day-too-far = That is too far off. Choose one within { $days } days, or ask the secretary.
visit-later-why = Why another day?
visit-reason-theirs = It does not suit them
visit-reason-mine = I cannot
visit-reason-weather = The weather
visit-reason-please = Please write a few words, or tap "Skip".
visit-later-left = Fine, the day stays.
visit-moved = Done: on { $day }.
visit-moved-told = { $by } moved a visit: { $who }, now on { $day }.
visit-moved-often = { $who }: the visit was moved { $n } times; now it is on { $day }.
visit-missed-once = Noted: { $name } was out. Go again on { $day }?
visit-missed-again = { $name } was out again. Go again on { $day }; their liaison has been told.
visit-other-day = Another day
visit-call-first = Call first
visit-refused = Noted: no more visits to { $name } are planned. They can ask for one any time.
visit-refused-once = Noted: no visit to { $name } this time. Nothing else changes.
visit-refused-mistake = A slip
visit-refused-not = All right, as if it had not been tapped. The visit stays.
visit-refused-not-told = { $who }: that was a slip, the visit stays.
visit-who-shall-go = Who shall go and see { $name }?
visit-nobody-can = Nobody else of the station can go that day. Choose another day, or go yourself.
visit-who-goes-now = { $who }: { $name } goes now. Thank you for caring.
visit-yours-now = Please visit: { $who }, { $day }.
visit-over-limit = { $who }: the visit is moved to { $day }, later than was promised. Please keep an eye on it.
visit-come-moved = We said we would come and see you; we come on { $day } instead.
visit-call-moved = We said we would call you; we call on { $day } instead.
visit-refused-told = { $who }: they said there is no need; nobody goes this time.

# Worries
worry-new =
    Please look after { $name } ({ $home }): { $cause }.
    What shall be done?
worry-cause-not-reached = not met on two visits
worry-cause-word = their visitor is a bit worried
worry-call = Call
worry-go = Go there
worry-tell = Tell the secretary
worry-see = Details
worry-card =
    { $name } ({ $home }): { $cause }
    Said by: { $by }
    Words: { $words }
worry-phone = { $name }: { $phone }. If all is well, nothing more is needed; if in doubt, go there.
worry-gone = Fine, you go there today.
worry-taken = { $by } goes there today: { $who }. If you would like to come along, just tell them.
worry-told = The secretary has been told.
worry-nobody-to-tell = The secretary cannot be found now. Please call the station.
worry-note = What worries you? One sentence about what you saw.
worry-raised = Noted. Secretary and liaison have been told.
worry-left = Fine, nothing is noted.
worry-none = Nobody to look after now.
worry-list = { $n ->
    [one] One has
   *[other] { $n } have
} not been looked at:
worry-open = { $name }

# One person's visits
visits-of-way = Visits
visits-of = Visits to { $name }:
visits-of-none = No visit to { $name } is on record.
visits-of-line = { $day }: { $how }, { $who }, { $state }
visit-state-planned = to come
visit-state-done = done
visit-state-refused = not wanted
visit-state-cancelled = cancelled
visit-add = Enter a visit
visited-not-yours = This person is not on your list, so you cannot enter a visit for them. Please ask the secretary.
visited-nobody = Nobody is on your list yet.
visited-whom = Whom did you visit?
visited-one = { $name } · { $home }
visited-no-card = Nobody at the station with a card has this name. Is it the full name?
visited-name-please = Please write the name after /visited, for example: /visited 张阿姨
command-visited = Enter a visit
visit-plan = Plan a visit
visit-plan-when = On which day?
visit-plan-left = Fine, nothing is planned.
visit-planned = Planned: { $name } on { $day }. I remind you in time.
visit-unwished = { $name } said that nobody need come, so nothing is planned.
own-line-visits = Records of visits: { $n }
own-key-visits = Visits to you
own-key-needs = What was needed
own-key-promises = What was promised to you
own-key-worries = What others were worried about
visits-late-total = With earlier ones, { $n } in all.
