# Broadcasts: when, repeating, expiry, silence; pausing, correcting, recalling, the all-clear
broadcast-when = When shall it go out? You can write it, too: tomorrow 3 pm, every Monday at 9.
broadcast-when-emergency = An emergency goes out at once. For later, write a time.
broadcast-when-now = Now
broadcast-when-open = As soon as quiet hours end ({ $at })
broadcast-when-at = { $at }
broadcast-when-repeat = Again and again
broadcast-when-unclear = I did not understand the time. For example: tomorrow 3 pm, 3 Dec 9 am, every Monday at 9.
broadcast-when-hour = At what time that day? Please write day and hour together: tomorrow 9 am.
broadcast-when-gone = { $at } is over. Please write another time.
broadcast-when-too-far = A year ahead at most, please.
broadcast-emergency-once = An emergency goes out once; it cannot repeat.
broadcast-goes-once = This one goes out once. When shall it go?
broadcast-which-rule = How often? You can write it, too: every Mon, Wed, Fri at 8:30; every month on the 1st.
broadcast-rule-unclear = I did not understand. For example: every day at 9, every Monday at 9, monthly on the 1st.
broadcast-rule-ends = Until which day? Just write it.
broadcast-rule-no-end = Until I say stop
broadcast-ends-unclear = I did not understand the day. For example: 31 Dec.
broadcast-ends-before = Until { $at } nothing would go out at all. Please write a later day.
broadcast-expires = When will it be of no use any more? Whatever has not left by then stays here.
broadcast-expires-never = Always of use
broadcast-expires-at = No use after { $at }
broadcast-expires-unclear = I did not understand the time. For example: today 6 pm, tomorrow noon.
broadcast-expires-before = It can leave at { $first } at the earliest; { $at } is too soon. Please write a later time.
broadcast-silent = If somebody does not answer, after how long shall we try again?
broadcast-silent-never = Not again
broadcast-silent-unclear = Please choose one below.
broadcast-days = { $n } { $n ->
    [one] day
   *[other] days
}
broadcast-hours = { $n } { $n ->
    [one] hour
   *[other] hours
}
broadcast-minutes = { $n } minutes
broadcast-time-left = Fine, no time is set. The draft is kept.
broadcast-no-draft = This is no draft any more; its time cannot be changed.
broadcast-time-said = { $when }{ $until }{ $silent }.
broadcast-time-now = At once, when agreed
broadcast-time-at = At { $at }
broadcast-time-held = After quiet hours ({ $at })
broadcast-time-repeats = { $rule }, first { $at }
broadcast-time-no-expiry = { "" }
broadcast-time-expiry = , not after { $at }
broadcast-time-no-silent = { "" }
broadcast-time-silent = , once more after { $after } of silence
broadcast-rule = { $days } { $time }{ $until }
broadcast-rule-daily = Every day
broadcast-rule-workdays = Monday to Friday
broadcast-rule-weekly = Every { $days }
broadcast-rule-two-weekly = Every other { $days }
broadcast-rule-monthly = Every month on day { $day }
broadcast-rule-month-end = On the last day of every month
broadcast-rule-open = { "" }
broadcast-rule-until = , until { $day }/{ $month }/{ $year }
broadcast-rule-mo = Monday
broadcast-rule-tu = Tuesday
broadcast-rule-we = Wednesday
broadcast-rule-th = Thursday
broadcast-rule-fr = Friday
broadcast-rule-sa = Saturday
broadcast-rule-su = Sunday

broadcast-way-pause = Pause
broadcast-way-resume = Go on
broadcast-way-drop = Stop it
broadcast-way-correct = Correct
broadcast-way-recall = Recall
broadcast-way-clear = All-clear
broadcast-way-end = No more repeats
broadcast-paused = Paused.
broadcast-paused-already = It is paused already.
broadcast-resumed = It goes on.
broadcast-not-paused = It is not paused.
broadcast-goes-no-further = It goes no further.
broadcast-round-dropped = Not this time; the next time as usual.
broadcast-ended = It repeats no more.
broadcast-not-repeating = No further round is waiting.
broadcast-over = This one is over.
broadcast-steered = { $name } has seen to “{ $title }”: { $what }
broadcast-series-over = “{ $title }” has come to the end of its rule and repeats no more.
broadcast-series-not-allowed = “{ $title }” repeats no more: whoever wrote it may not write to them any longer.

broadcast-nobody-has-it = Nobody has got this one yet.
broadcast-fix-words = Now it says:
    { $words }
    What should it say? Please write it all anew.
broadcast-fix-title = Shall the title change? It is “{ $title }”. If so, write the new one.
broadcast-fix-same-title = Keep the title
broadcast-fix-sure = Corrected it reads:
    { $text }
broadcast-fix-go = Send the correction
broadcast-fix-left = Fine, nothing is changed.
broadcast-fix-nothing = It is the same as before; there is nothing to correct.
broadcast-fix-goes = “{ $title }” is being corrected: who still waits gets the new one, for the others it is changed.
broadcast-fix-waits = Somebody else must agree to the correction: { $names } asked.
broadcast-fix-waits-held = Somebody else must agree to the correction: { $names } asked. What has not left is paused.
broadcast-fix-waits-urgent = Somebody else must agree. After { $minutes } minutes without an answer it goes by itself.
broadcast-fix-waits-already = Another correction is not finished yet. Please wait.
broadcast-fix-nobody-there = Nobody else can agree to the correction now. You can pause it, or recall it.
broadcast-fix-asked = { $name } wants to correct a message that has been sent. It would read:
    { $text }
broadcast-fix-agreed = { $name } agreed to the correction of “{ $title }”; it is on its way.
broadcast-fix-refused = { $name } did not agree to the correction of “{ $title }”.
broadcast-fix-unanswered = Nobody answered about the correction of “{ $title }”; it went out by itself.
broadcast-fix-nobody = Nobody answered about the correction of “{ $title }” for two days; it was not sent.
broadcast-fix-over = This correction has been decided.
broadcast-followed-correction = “{ $title }” is corrected for all { $n } who had it.
broadcast-followed-recall = “{ $title }” is recalled from all { $n } who had it.
broadcast-corrected-by = { $name } has corrected “{ $title }”.
broadcast-recall-sure = Really recall “{ $title }”? Whoever has it will read so, and nothing more is sent.
broadcast-recall-yes = Recall it
broadcast-recall-no = Leave it
broadcast-recall-kept = Fine, it stays.
broadcast-recalled = “{ $title }” is being recalled.
broadcast-recalled-already = “{ $title }” has been recalled.
broadcast-recalled-by = { $name } has recalled “{ $title }”.
broadcast-cleared-already = The all-clear for “{ $title }” has been given.
broadcast-clear-words = With which words shall we say that “{ $title }” is over? You can use these:
    { $usual }
broadcast-clear-usual = All is well again; things are back to normal. Thank you all.
broadcast-clear-use-usual = Use these
broadcast-clear-sure = All-clear: { $title }
    { $words }
    It goes only to those who got the alarm.
broadcast-clear-go = Give the all-clear
broadcast-clear-left = Fine, no all-clear yet.
broadcast-clear-missing = “{ $title }” has no all-clear yet. When it is over, tell everybody.

broadcast-card-freezing = “{ $title }” is about to go out.
broadcast-card-sending = “{ $title }” is going out. To pause or change it, tap below.
broadcast-card-paused = “{ $title }” is paused.
broadcast-card-sent = “{ $title }” has gone out.
broadcast-card-stopped = “{ $title }” goes no further.
broadcast-card-expired = “{ $title }” is past its time.
