# Documents to be read, and polls: what the sender is asked, and what those who get them read.
command-papers = Documents and polls
paper-left = All right, it stays as it is, among “what I wrote”.
paper-tap-please = Please tap a button, or answer with its number.
paper-part-rules = Deadline and options
paper-ask-deadline = By when should everybody have read it? Tap one, or write a day such as “5 Dec 18:00”.
paper-no-deadline = No deadline
paper-until = by { $at }
paper-until-any = when it suits you
paper-when-unclear = I did not understand when. Please write a day and an hour, such as “5 Dec 18:00”.
paper-when-over = { $at } is too soon, over, or too far away. Please write another time.
paper-foot-first = Please tap “I have read it” once you have.
paper-foot-first-until = Please read it by { $at } and tap “I have read it”.
paper-foot-newer = This is version { $version }; it replaces the earlier one. Please tap “I have read it” once you have.
paper-foot-newer-until = This is version { $version }; it replaces the earlier one. Please read it by { $at } and tap “I have read it”.

# Those who read it
paper-not-yours = This document was not sent to you; no need to tap.
paper-gone = This document is no longer there.
paper-taken-back = This was stopped or taken back; please disregard it.
paper-newer = There is a newer version of “{ $title }”. Please read this one:
paper-read-before = You said so on { $at } already. Thank you.
paper-thanks = Noted: you have read “{ $title }”. Thank you!
paper-see = Show it again
paper-reminder = You have not said yet that you read “{ $title }”. Please have a look { $until }.

# Those who send it
papers-none = No documents or polls were sent yet.
papers-all = Documents and polls that were sent, the latest first:
papers-document = Document: { $title } ({ $read } of { $n } have read it)
papers-poll = Poll: { $title } ({ $n ->
        [one] { $n } vote
       *[other] { $n } votes
    } so far)
papers-poll-over = Poll: { $title } (closed, { $n ->
        [one] { $n } vote
       *[other] { $n } votes
    })
papers-back = See others
paper-page = “{ $title }” ({ $state })
    { $foot }
    { $read } of { $n } have read it.
paper-who-not = Who has not read it
paper-remind = Remind the others
paper-again = Send a new version
paper-new-version = The new version of “{ $title }” starts with the same words; tap “Change” in a moment to put in the new ones. Everybody will be asked to read it again.
paper-reminding = All right, they will be reminded; not at night or at noon, but after that.
paper-reminded-before = They were reminded on { $at }. Please wait a day.
paper-deadline-over = The deadline of “{ $title }” has passed: { $read } of { $n } have read it.
paper-unread = Who has not said so yet:
paper-unread-line = · { $name }, { $where }: { $how }
paper-unread-none = Nobody: all have read it.
paper-unread-further = All of these have read it; there are more.
paper-not-yet = got it, not read
paper-on-its-way = on its way
paper-no-way = not delivered

# Polls: the sender
poll-ask-options = Which options? One a line, 2 to 10.
poll-usual-options = Yes, No, Abstain
poll-options-few = At least two options, please: one a line.
poll-options-many = Too many options, { $most } at most. Please write them again.
poll-option-long = An option is too long: { $characters } characters at most. Please write them again.
poll-ask-most = Options: { $options }. How many may one choose?
poll-most-one = Only one
poll-most-some = Up to { $n }
poll-most-any = Any number
poll-ask-how = By name or secret? Of a secret one nobody sees who chose what; below 5 votes it is not told.
poll-how-secret = Secret
poll-how-named = By name, I can see it
poll-ask-per = One vote a household, or one a person?
poll-ask-closes = Until when? Tap one, or write a day such as “5 Dec 18:00”.
poll-remind = Remind the others
poll-end = End it now
poll-end-sure = End “{ $title }” now? Nobody can vote after that.
poll-end-yes = End it
poll-end-no = No, go on
poll-ended = It has ended; you will hear the result as soon as it is counted.
poll-over = This vote is over.
poll-page = “{ $title }” ({ $state })
    { $foot }
    { $n ->
        [one] { $n } person
       *[other] { $n } people
    } on the list. { $ballots }
poll-see-votes = Who chose what
poll-votes = Who chose what:
poll-votes-none = Nobody has voted yet.
poll-vote-line = · { $name }: { $chosen }
poll-voter-left = (has left)
poll-tell-all = Tell everybody
poll-nothing-to-tell = There is no result to tell yet.
poll-result-title = Result: { $title }

# Polls: those who vote
poll-per-person = One vote a person
poll-per-household = One vote a household
poll-secret = secret
poll-named = by name, the sender sees it
poll-one-option = choose one
poll-any-options = choose any number
poll-most-options = choose up to { $n }
poll-foot = { $per }, { $how }, { $most }, until { $at }.
poll-go = Vote
poll-ballot = “{ $title }”
    { $rules }
    Which one? One tap and it is cast.
poll-ballot-several = “{ $title }”
    { $rules }
    Tap those you choose, then “Cast”.
poll-ticked = ✓ { $text }
poll-cast = Cast ({ $n } chosen)
poll-cast-done = “{ $title }”: your vote is cast.
poll-thanks-secret = Your vote is cast, thank you! It is secret and cannot be changed. It ends { $at }.
poll-thanks-named = Your vote is cast: { $chosen }. You can change it until { $at }.
poll-change = Change it
poll-not-yours = You are not on the list of this vote; no need to vote.
poll-voted = You have voted already. A secret vote cannot be changed.
poll-voted-by-name = You have voted already.
poll-home-voted = Your household has voted already. It has one vote, whoever casts it.
poll-no-home = This is one vote a household, and we do not know your door yet. Please tell us first, then vote.
poll-tell-home = Tell my address
poll-too-many = At most { $n }: take one away first.
poll-nothing-ticked = Nothing is chosen yet; please tap one.
poll-reminder = “{ $title }” ends { $at }, and you have not voted yet.

# Polls: the result
poll-result = Result of “{ $title }”:
poll-counting = It has not ended, or is being counted; please look again in a while.
poll-line = · { $option }: { $n ->
        [one] { $n } vote
       *[other] { $n } votes
    }, { $share } %
poll-ballots = { $n ->
        [one] { $n } person has voted.
       *[other] { $n } people have voted.
    }
poll-ballots-homes = { $n ->
        [one] { $n } household has voted.
       *[other] { $n } households have voted.
    }
poll-nobody = Nobody has voted.
poll-too-few = Fewer than { $fewest } votes: not told, so that nobody can guess who chose what.
poll-picture-votes = { $n } ({ $share } %)

# One's own data
own-line-votes = Votes by name: { $n }
own-read-unread = list of who has not read a document
own-read-votes = list of votes by name
own-key-votes = what you chose in votes by name
own-key-chosen = what was chosen
