command-teach = Knowledge base
unanswered-wish = Tell me when you know
unanswered-wished = Good. We will tell you as soon as there is an answer.
unanswered-told = You asked “{ $words }”. Here is the answer now.
    { $question }
    { $answer }
unanswered-see = See details
unanswered-morning =
    { $n ->
        [one] One question has
       *[other] { $n } questions have
    } no answer yet, the most asked first:
unanswered-all = See all
unanswered-list = Questions without an answer ({ $n }), the most asked first:
unanswered-none = No question waits for an answer.
unanswered-line = { $words } ({ $n })
unanswered-head = Asked by { $n }, { $wish } wish to hear the answer:
unanswered-words = “{ $words }”
unanswered-write = Write the answer
unanswered-same = Has an answer
unanswered-drop = No answer needed
unanswered-back = Back to the list
unanswered-dropped = Good, it is put away.
unanswered-which = Which one is it? Or type some words to search.
unanswered-which-words = Which one is it? Type some words to search.
unanswered-no-such = Nothing found. Other words, perhaps?
unanswered-joined =
    Good. From now on this is answered with “{ $question }”.{ $n ->
        [0] {""}
        [one] {" "}One resident who waited was told.
       *[other] {" "}{ $n } residents who waited were told.
    }
unanswered-joined-desk =
    Good. Once the coordinator agrees, such words are answered with “{ $question }”.{ $n ->
        [0] {""}
        [one] {" "}One resident who waited was told.
       *[other] {" "}{ $n } residents who waited were told.
    }
unanswered-over = Somebody has dealt with this question.
teach-overview = Knowledge base:
teach-open = Unanswered questions ({ $n })
teach-drafts = Answers to agree to ({ $n })
teach-phrases = New phrases ({ $n })
teach-edit = Change an answer
teach-new = New question
teach-drafts-list = These answers wait for your yes:
teach-drafts-none = No answer waits for a yes.
teach-morning = Something in the knowledge base waits for you:
teach-waits = The desk wrote an answer. May it be used?
teach-waits-words = Asked like this, it will be the answer, too:
teach-agree = Use it
teach-refuse = Not now
teach-agreed = { $by } agreed: the answer to “{ $question }” is in use.
teach-refused = { $by } would not use the answer to “{ $question }” yet. You may write another.
teach-dropped = Good, it is not used.
teach-handed-in = The coordinator will look at it; then it is used.
teach-ask-question = How will residents ask it? One sentence.
teach-ask-question-of = They asked “{ $words }”. How shall the question read?
teach-as-asked = As they asked
teach-question-length = One sentence, please, { $most } characters at most.
teach-ask-answer = What is the answer? Short, as one talks to a neighbour.
teach-answer-length = In words, please, { $most } characters at most.
teach-ask-facility = Where does one go for it? You may type the name.
teach-nowhere = Nowhere
teach-which-facility = There are several. Which one?
teach-no-facility = There is no such place. Another name, or “Nowhere”?
teach-sure = Is this right?
teach-publish = Publish
teach-hand-in = Hand it in
teach-press = Please press the button.
teach-published =
    “{ $question }” is in use now.{ $n ->
        [0] {""}
        [one] {" "}One resident who waited was told.
       *[other] {" "}{ $n } residents who waited were told.
    }
teach-look = Have a look
teach-left = Good, nothing was changed.
teach-over = Somebody has dealt with this one.
teach-line-question = Question: { $question }
teach-line-facility = Where: { $facility }
phrase-review =
    Residents say “{ $words }”. Does it mean “{ $label }”?
    { $origin }, { $times ->
        [one] once
       *[other] { $times } times
    }.{ $left ->
        [0] {""}
       *[other] {" "}{ $left } more to come.
    }
phrase-confirmed = Chosen by residents
phrase-corrected = Put right by staff
phrase-answered = Kept with an answer
phrase-take = Keep
phrase-decline = No
phrase-see-used = Phrases in use
phrase-none = No new phrase to look at.
phrase-taken = Kept: “{ $words }” → { $label }. Used from the next message on.
phrase-undo = Undo
phrase-declined = Good, “{ $words }” is not kept.
phrase-undone = “{ $words }” is undone, from the next message on.
phrase-again = Keep it after all
phrase-used = Phrases in use; tap one to undo it:
phrase-used-none = No phrase was learned yet.
phrase-line = { $words } → { $label }
phrase-one = “{ $words }” → { $label }, in use since { $since }.
phrase-already = It is so already.
answer-find = Which one? Type some words of it.
answer-found = These were found. If it is none of them, type other words.
answer-which = Change what?
answer-answer = Change the answer
answer-question = Change the question
answer-bring = What to bring
answer-facility = Where to go
answer-english = English words
answer-more = Something else
answer-right = Still right
answer-history = Who changed it
answer-retire = Use no more
answer-restore = Use it again
answer-still-right = Good, “{ $question }” counts as reviewed today.
answer-retired = “{ $question }” is used no more.
answer-retired-name = { $text } (out of use)
answer-line-retired = Out of use: residents are not told this.
answer-restored = “{ $question }” is in use again.
answer-gone = This answer is in use no more.
answer-changed = “{ $question }” is changed, from the next message on.
answer-ask-answer =
    The answer now is:
    { $now }
    What shall it be?
answer-ask-question =
    The question now is: { $now }
    What shall it be?
answer-ask-bring =
    To bring now: { $now }
    What shall it be?
answer-ask-english =
    The English question now is: { $now }
    What shall it be?
answer-ask-answer-english =
    The English answer now is:
    { $now }
    What shall it be?
answer-ask-bring-english =
    To bring, in English now: { $now }
    What shall it be?
answer-as-it-is = Leave it
answer-nothing-to-bring = Nothing to bring
answer-line-bring = To bring: { $bring }
answer-line-reviewed = Last reviewed: { $day }
answer-line-old = Past its review date: is it still right?
answer-line-changed = Changed in chat by { $by } ({ $at })
answer-history-head = What was changed:
answer-history-none = Nobody has changed it.
answer-history-line = { $at } { $by }: { $what } → { $after }
answer-by-pack = the pack
answer-field-question = question
answer-field-answer = answer
answer-field-question_en = English question
answer-field-answer_en = English answer
answer-field-bring = what to bring
answer-field-bring_en = what to bring (English)
answer-field-facility = where to go
answer-field-items = what can be asked for
answer-field-owner = owner
answer-field-reviewed = review date
answer-field-retired = out of use
answer-morning-old =
    { $n ->
        [one] One answer is
       *[other] { $n } answers are
    } past the review date. Still right?
board-item = Other service
reclass-which = What is it really? Or type some words to search.
reclass-words = What is it really? Type some words to search.
reclass-none = There is no such service. Other words, perhaps?
reclass-done = { $number } is “{ $item }” now.
reclass-not-now = { $number } cannot be changed now: somebody is on it, or it is over.
request-reclassed = Your request { $number } is treated as “{ $about }” now. Its number stays.
move-reclass = another service
