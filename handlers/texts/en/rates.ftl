command-rates = The three rates
rates-ask-whose = Whose rates?
rates-ask-time = Rates of which time?
rates-today = Today
rates-week = This week
rates-month = This month
rates-last-month = Last month
rates-counting = Counting, just a moment.
rates-failed = Sorry, the rates could not be counted. Please tap once more.
rates-head = { $whose } { $period }
rates-period-d = { $year }-{ $month }-{ $day }
rates-period-w = week of { $year }-{ $month }-{ $day }
rates-period-m = { $year }-{ $month }
rates-provisional = Provisional; final from { $at }
rates-settled = Final
rates-n =
    { $n ->
        [one] { $n } request
       *[other] { $n } requests
    }{ $out ->
        [0] {""}
       *[other] {" "}(and { $out } left out)
    }
rates-response = Response { $share }
rates-solution = Solved { $share }
rates-satisfaction = Satisfied { $share }
rates-coverage = Call-backs answered { $share }
rates-share = { $percent }% ({ $part }/{ $whole })
rates-no-share = none yet
rates-group = { $name }: { $n }; response { $response }, solved { $solution }, satisfied { $satisfaction }
rates-of-none = Others
rates-open = Which ones?
rates-by-place = By unit
rates-by-series = By series
rates-by-team = By team
rates-which = Which ones?
rates-list-all = All that count
rates-list-late = First contact late
rates-list-unanswered = No answer yet
rates-list-solved = Solved
rates-list-unsolved = Not solved
rates-list-satisfied = Satisfied
rates-list-unsatisfied = Not satisfied
rates-list-out = Left out
rates-list = { $whose } { $period }, { $list }:
rates-list-none = { $whose } { $period }, { $list }: none.
rates-line = { $number }
rates-line-out = { $number } { $why }
rates-out-cancelled = cancelled
rates-out-merged = merged
rates-out-legal = to a legal channel
rates-out-excluded = { $reviewer }: { $reason }
rates-out-not = counts again
rates-ask-reason = Why should it not count? Tap one, or write.
rates-reason-not-ours = Not ours to do
rates-reason-beyond-us = Beyond our control
rates-reason-wrong-entry = Entered by mistake
rates-reason-in-words = Tap a reason, or write a few words.
rates-struck = { $number } does not count. Your name and the reason are noted.
rates-taken-in = { $number } counts again.
rates-own-work = You worked on this yourself; please have another coordinator review it.
rates-settled-already = The figures for { $number } are final and cannot change any more.
rates-chart-response = Response
rates-chart-solution = Solved
rates-chart-satisfaction = Satisfied
rates-chart-coverage = Answered
move-rate = gave stars
move-exclude = left it out of the rates
move-include = counted it in again
move-late-answer = answered late
rates-strike = Leave it out
rates-take-in = Count it again
rates-card = Details
