# Broadcasts: how people answer, who is phoned because they did not, and how far it has come.
command-calls = Calls to make
bc-answer-known = Thank you, noted.
bc-answer-cannot = All right, noted.
bc-help-known = The people on duty know already.
bc-help-words = “{ $title }”: I need help.
bc-help-told = The people on duty know now. If it is urgent, call { $phone }.
bc-help-told-urgent = The people on duty know and will find you soon. Urgent: { $phone }. Danger to life: call 110, 119 or 120 now.
bc-help-call = Please call the desk: { $phone }.

calls-list =
    { $n ->
        [one] One person was not reached with “{ $title }”. Please phone them.
       *[other] { $n } people were not reached with “{ $title }”. Please phone them; the most pressing come first.
    }
calls-all-later =
    { $n ->
        [one] “{ $title }”: one person did not answer. Please try again a little later.
       *[other] “{ $title }”: { $n } people did not answer. Please try again a little later.
    }
calls-none-left = “{ $title }”: all calls are made. Thank you.
calls-own =
    { $n ->
        [one] “{ $title }”: one of the people you look after was not reached. Please phone them.
       *[other] “{ $title }”: { $n } of the people you look after were not reached. Please phone them.
    }
calls-own-people = the people I look after
calls-nobody-there =
    { $n ->
        [one] “{ $title }”: one person was not reached, and nobody is on duty there. Please find somebody to phone them.
       *[other] “{ $title }”: { $n } people were not reached, and nobody is on duty there. Please find somebody to phone.
    }
calls-begin = Start
calls-which = Which list?
calls-none = There are no calls to make now.
calls-way = { $title } ({ $where }, { $n })
calls-card =
    Please phone: { $name }
    Phone: { $phone }
    Address: { $address }
    Tell them: { $title }
    { $words }
calls-no-phone = none known; please knock at the door
calls-reached = Told them
calls-vain = No answer
calls-moved = Moved away
calls-help = Needs help
calls-done-reached = { $name }: told.
calls-done-moved = { $name }: moved away, noted.
calls-done-help = { $name }: needs help, being entered.
calls-done-no_answer = { $name }: never answered.
calls-try-later = { $name }: no answer. Again in { $minutes } minutes.
calls-in-vain = { $name } did not answer { $n } times. Somebody should look after them.
calls-go = Send somebody
calls-moved-told = { $by } heard on the phone that { $name } may have moved away. Please check.
calls-answered-meanwhile = { $name } has just answered “{ $title }” in the chat. No call is needed.
calls-all-done = “{ $title }”: no calls are left. Thank you.
calls-others-later = “{ $title }”: others are phoning the rest, or it is tried later.
calls-over = “{ $title }”: no calls are needed any more.
calls-not-yours = This call is not yours now.
calls-settled = This call has been noted already.

bc-progress-begins =
    { $n ->
        [one] “{ $title }” goes out to one person.
       *[other] “{ $title }” goes out to { $n } people.
    }
bc-progress-freezing = “{ $title }”: the list is being made.
bc-progress-sending = “{ $title }” is going out: { $sent } of { $n }.
bc-progress-paused = “{ $title }” is paused: { $sent } of { $n }.
bc-progress-sent = “{ $title }” is out: { $sent } of { $n }.
bc-progress-stopped = “{ $title }” was stopped: { $sent } of { $n }.
bc-progress-expired = “{ $title }” is past its time: { $sent } of { $n }.
bc-progress-until = Done by about { $until }.
bc-progress-quiet = Quiet hours; it goes on { $until }.
bc-progress-answers = Answers: { $answers }
bc-progress-shown = Shown to { $n }
bc-progress-gone = No way to reach { $n }
bc-progress-unknown = Nobody knows whether it reached { $n }
bc-progress-unsent = Too late for { $n }
bc-progress-held = { $n } had two this week and get it later
bc-progress-left-out = { $n } want none or have left
bc-progress-calls = To be phoned: { $n }, of whom { $left } are left
bc-progress-all-sent = “{ $title }” is out: it reached { $sent } of { $n }.
bc-count-known = got it { $n }
bc-count-help = need help { $n }
bc-count-cannot = not possible { $n }
bc-count-yes = coming { $n }
bc-count-no = not coming { $n }
bc-count-proxy = by proxy { $n }
bc-count-read = read { $n }
bc-count-voted = voted { $n }
bc-count-phoned = told by phone { $n }
bc-count-moved = moved away { $n }
bc-count-other = other { $n }

bc-report-now = Report
bc-report-comes = The report is being made and comes in a moment.
bc-report =
    “{ $title }” so far:
    { $lines }
bc-report-final =
    “{ $title }”, the final report:
    { $lines }
bc-report-head = { $n } people, sent to { $sent }.
bc-report-sheet = The numbers for each unit.
bc-report-failed = The report could not be made. Please press “Report” again later.
bc-report-name = broadcast report
bc-report-units = Units
bc-report-about = About
bc-report-title = Title
bc-report-began = Began
bc-report-ended = Ended
bc-report-counted = Counted
bc-report-all = All
bc-report-others =
    { $n ->
        [one] one other unit
       *[other] { $n } other units
    }
bc-report-standing = as of { $at }, { $n } people
bc-part-answered = answered
bc-part-help = need help
bc-part-phoned = told by phone
bc-part-silent = silent
bc-part-missed = not reached
bc-column-unit = Unit
bc-column-people = People
bc-column-sent = Sent
bc-column-known = Got it
bc-column-help = Need help
bc-column-cannot = Not possible
bc-column-yes = Coming
bc-column-no = Not coming
bc-column-proxy = By proxy
bc-column-read = Read
bc-column-voted = Voted
bc-column-phoned = Told by phone
bc-column-moved = Moved away
bc-column-other = Other answers
bc-column-silent = Silent
bc-column-gone = No way
bc-column-unknown = Unknown
bc-column-to-call = To be phoned
bc-column-no-answer = No answer by phone
bc-column-unsent = Not sent
bc-column-held = Later
bc-column-left-out = Left out
