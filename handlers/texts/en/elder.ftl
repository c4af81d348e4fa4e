# Large letters and digits: one sentence at a time, answered by a digit.
elder-hint = Just reply with the number. 0 for a person.
elder-say = Or say { $words }.
page-next = Next page
page-first = Back to the first page
command-elder = Large letters and digits
elder-ask = Large letters, and answering by digits: shall we?
elder-offer = Would you like larger letters, and to answer by digits?
elder-offer-hello = Hello { $name }! Would you like larger letters, and to answer by digits?
elder-yes = Yes
elder-no = No
elder-is-on = Large letters and digits are on. Keep them?
elder-keep = Keep
elder-off = Turn off
elder-now-on = Done. Just answer by digits. “Repeat” says it again, 0 calls a person.
elder-now-off = All right, it is as before.
elder-not-now = All right. Say “large letters” whenever you like.
elder-nothing-said = Nothing has been said yet. Just tell me what you need.

# Asking for a person, and voice messages that no program here understands: those on duty hear them.
