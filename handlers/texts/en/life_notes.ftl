# The four things known: family, work, difficulties are noted by the liaison; what one thinks only by oneself.
known-way = Family, work, difficulties
known-mine-way = What is noted of me
known-of = What is known of { $name }:
known-of-none = Nothing is noted of { $name } yet.
known-line = { $n }. { $note }
known-note = { $topic }: { $words } ({ $origin }; { $who }, { $day }){ $state }
known-earlier = – earlier: { $words } ({ $origin }; { $who }, { $day })
known-fresh = { "" }
known-confirmed = , confirmed on { $day }
known-stale =
    { $n ->
        [one] , ⚠ last confirmed { $n } month ago: please ask
       *[other] , ⚠ last confirmed { $n } months ago: please ask
    }
known-day = { $day }/{ $month }/{ $year }
known-number = No. { $n }
known-topic-family = Family
known-topic-work = Work
known-topic-difficulties = Difficulties
known-origin-self = they said so
known-origin-visit = seen on a visit
known-origin-neighbour = a neighbour said so
known-origin-office = the office or employer said so
known-add = Note something
known-another = Another note
known-mend = Change or remove one
known-all-so = All is still so
known-still-so = Still so
known-change = Change it
known-drop = Remove it
known-back = Back
known-look = See it now
known-which = Which one?
known-gone = That one is gone.
known-full = There is room for { $most } notes. Please remove one first.
known-no-card = You have no liaison yet. Send /card to ask for one.
known-press = Please press a button.
known-ask-topic = What is it about?
known-ask-words = Please write a sentence or two. { $rules }
known-words-please = Please write a sentence or two in words.
known-too-long = Please make it shorter: { $most } characters at most.
known-ask-origin = How do you know?
known-kept = Noted. { $name } can see it, correct it and delete it.
known-sure = Good: confirmed today.
known-dropped = Removed, with all that it said before.
known-left = All right, nothing was changed.
known-drop-sure = It cannot be brought back. Remove it?
known-drop-yes = Remove
known-drop-no = Keep
known-first = { $who } made a note about you, to know better what you need. You can see, correct and delete it at any time.
known-see = See it
known-mine = This is what the station knows of you:
known-mine-none = The station has noted nothing of you.
known-about = About you: { $groups }; birthday: { $birthday }
known-about-none = Nothing is noted about you, and no birthday.
known-about-way = Change groups and birthday
known-about-member = A Party membership is noted by the station: please tell your liaison or the secretary.
known-mend-own = Correct or delete one
known-add-own = Add something
known-unread = Of these, { $n } were noted by your station before; the present one cannot read them.
known-pass = Let the new station read
known-pass-ask = You have a new station. It cannot read what was noted of you before. Shall it?
known-passed = Good, the new station can read it now.
known-correct = That is wrong: correct it
known-drop-all = Delete all
known-drop-all-sure = Family, work and difficulties will be deleted for good. Are you sure?
known-mine-dropped = Deleted, also from the messages that others were shown.
known-mine-all-dropped = All deleted, also from the messages that others were shown.
known-mine-kept = Noted in your words.
known-look-own = See it now
known-ask-own-words = Please say it in a sentence or two. Your liaison and the secretary can see it; you can correct or delete it at any time.

# What is not written
unwritten-rules = No illnesses by name, no details of quarrels, no opinions about people or what they think.
unwritten-diagnosis = That sounds like an illness. Please write only what is needed, such as "walks with help, wants company to the clinic".
unwritten-quarrel = That sounds like details of a quarrel. Please write only what is needed, such as "would like somebody to talk to".
unwritten-opinion = That sounds like an opinion. Please write only what can be seen, such as "lives alone, the daughter comes at weekends".
unwritten-thinking = What people think and believe only they themselves may write. It is not noted here.
unwritten-violence = Somebody is being hurt: do not only note it. Call 110 at once, then tell the secretary.
unwritten-number = Please write no numbers of papers or cards here, and no passwords.

# What is on one's mind
thought-way = What is on my mind
thought-none = This is for what you yourself would like to say. Only you write, change and delete it. Only these can read it: { $readers }. After a year it is deleted. It is never rated nor passed on.
thought-write = Write something
thought-change = Write it anew
thought-drop = Delete it
thought-own = What is on your mind (written on { $day }, deleted on { $until }): { $words }
thought-readers = Only these can read it: { $readers }.
thought-unread = Nobody else can read it now: you have another station. Write it anew for your new liaison to read.
thought-ask = Write whatever you would like to say. Only these can read it: { $readers }.
thought-kept = Kept. You can always see who read it.
thought-look = See it
thought-gone = It is gone already.
thought-drop-sure = It cannot be brought back. Delete it?
thought-dropped = Deleted.
thought-read = What is on their mind
thought-of = What is on { $name }'s mind (written on { $day }): { $words }
thought-nothing = There is none, or they have deleted it.

# My data
own-read-notes = family, work, difficulties
own-read-thought = what was on your mind
own-line-known = Notes of the liaison: { $n }
own-line-thought = What is on your mind: 1 note
own-key-life_notes = Notes of the liaison
own-key-thought = What is on your mind
own-key-topic = About
own-key-learned_from = How it was learned
own-key-confirmed_at = Confirmed at
own-key-earlier = As it was before
