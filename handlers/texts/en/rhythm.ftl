# The rhythm of visits: how often, pauses, festivals, the calendar
rhythm-way = How often we visit
rhythm-is = { $name }: { $state }
rhythm-next = { $often }{ $calls }. Next: { $day }.
rhythm-no-day = { $often }{ $calls }. The next one has no day yet.
rhythm-none = there are no regular visits now.
rhythm-paused-open = visits are paused until they are back.
rhythm-paused-until = visits are paused until { $day } and begin again then.
rhythm-monthly = once a month
rhythm-two-monthly = every two months
rhythm-quarterly = once a quarter
rhythm-half-yearly = twice a year
rhythm-special = as agreed
rhythm-calls-none = { "" }
rhythm-calls-half = , every second time a call will do
rhythm-calls-all = , by phone only
rhythm-often = Change how often
rhythm-pause = Pause
rhythm-stop = No regular visits
rhythm-start = Begin regular visits
rhythm-how-often = { $name }: how often from now on?
rhythm-stopped = No regular visits to { $name } any more; what was planned is cancelled.
rhythm-over = Regular visits have ended already.
rhythm-unwished = They said they want no visits, so none are planned. They can change that themselves at any time.

pause-how-long = Pause visits for how long? You can also write the day of return.
pause-days-14 = Two weeks
pause-days-30 = A month
pause-open = Until they are back
pause-day-please = Please write the day of return (within a year), such as 20 January.
pause-left = All right, nothing is paused.
pause-nothing = There are no visits to pause or to resume now.
pause-done-until = Visits to { $name } are paused until { $day }; what was planned meanwhile is cancelled and made up for.
pause-done-open = Visits to { $name } are paused; what was planned is cancelled. Tap “Resume visits” when they are back.
pause-resume = Resume visits
pause-resumed = Visits to { $name } begin again; a day will be found soon.
pause-over = Visits to { $name } begin again; a day will be found soon.
pause-mine-way = Away for a while
pause-mine-until = All right, nobody will come before { $day }. Have a good journey.
pause-mine-open = All right, nobody will come for now. Tell us when you are back.
pause-are-you-back = Visits by your liaison are paused. Are you back?
pause-back-way = I am back
pause-welcome = Welcome back! Your liaison will come to see you in a few days.
pause-theirs-until = { $name } is away for a while. Visits are paused until { $day }; what was planned is cancelled.
pause-theirs-open = { $name } is away for a while. Visits are paused; what was planned is cancelled.

festival-spring = Spring Festival
festival-party-day = 1 July
festival-mid-autumn = Mid-Autumn
festival-double-ninth = Double Ninth
wave-planned =
    Visits for { $festival } are planned: { $placed ->
        [one] one home has a day
       *[other] { $placed } homes have a day
    } between { $first } and { $last }. { $merged ->
        [0] { "" }
        [one] One more is visited within two weeks anyhow.
       *[other] { $merged } more are visited within two weeks anyhow.
    } { $unplaced ->
        [0] { "" }
        [one] For one home there was no room: please see who can go.
       *[other] For { $unplaced } homes there was no room: please see who can go.
    }
wave-days-way = How many each day
wave-left-way = { $n } without a day
wave-days =
    Visits for { $festival }:
    { $lines }
wave-day = { $day }: { $n }
wave-no-days = No days are planned now.
wave-left = Without a day for { $festival }; open one to change the liaison:
wave-left-none = Everybody has a day for { $festival }.

year-missing =
    The days off of { $year } are not entered yet; visits are planned by statutory days and weekends.
    When the yearly notice is out, please have the administrator write its days into calendar.yaml of the pack and load it again.
