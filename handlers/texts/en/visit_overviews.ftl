# Service card, overviews of visits, calendar feed, month sheet.
command-card = My service card
command-visits = Visits

service-card = Your service card { $number }
service-card-liaison = Liaison: { $who }
service-card-no-liaison = being arranged
service-card-station = { $station }: phone { $phone }, { $hours }
service-card-services = We help with: { $services } and more, { $n } kinds
service-card-wish-visit = You said: visits are welcome.
service-card-wish-call = You said: call before you come.
service-card-wish-none = You said: no visits.
service-card-none = You have no service card yet. Would you like a liaison who stays in touch?
service-card-none-now = You have no service card now. Send /card to see what to do.
service-card-want = I'd like a liaison
service-card-picture = QR code
service-card-visits = My visits
service-card-known = What is kept of me
service-card-more = More
service-card-more-what = What else would you like to do?
service-card-wish = Visits: yes or no
service-card-change = Another liaison
service-card-drawn = Service card { $number }. Whoever scans this code sees the station's phone and services, and nothing about you. Link: { $link }
service-card-printed = Service card { $number }: print it on A4 at full size and cut along the line. Link: { $link }
service-card-print = A file to print
service-card-no-address = No web address or bot is set, so the code would lead nowhere. Please tell the administrator.
service-card-unknown = This code is not right; the card may have been replaced. Just say what you need.
service-card-scanned = This is a neighbourhood service card. We don't say whose it is; the station is there for everybody:
drawing-soon = Drawing it; it comes in a moment.
drawing-failed = Sorry, that did not work this time. Try again later, or ask the service desk.

own-visits = Your visits:
own-visits-none = No visit is planned. Just say if you need anything.
own-visits-planned = { $day }: { $who }, { $how }
own-visits-late = Planned for { $day }: { $who }, { $how }; not there yet
own-visits-done = { $day }: { $who }, { $how }, done
own-visits-refused = { $day }: you said not to come
own-visits-somebody = somebody of the station
visits-by-call = by phone
visits-in-person = in person

visits-which = What would you like to see?
visits-way-mine = My visits
visits-way-numbers = Numbers of { $place }
visits-which-station = Which station?
visits-no-station = There is no liaison station here.
visits-mine = Your visits: { $today } today, { $week } within seven days, { $late } late.
visits-mine-none = Nothing within seven days, and nothing is late.
visits-part-today = Today: { $n }
visits-part-week = Seven days: { $n }
visits-part-late = Late: { $n }
visits-list-today = Today, { $n } to open:
visits-list-week = Within seven days, { $n } to open:
visits-list-late = Late, { $n } to open:
visits-list-none = Nothing more here.
visits-line = { $name }, { $where }, { $day }
visits-more = More
visits-more-what = What else would you like to do?
visits-people = My people
visits-sheet = Print a month
visits-feed = Calendar feed
visits-back = Back

visits-station = Visits of { $place }
visits-counts = { $today } today, { $week } within seven days, { $late } late, { $done } done this month
visits-station-alone = Without a liaison: { $n }
visits-station-unread = Worries nobody has read: { $n }
visits-see-late = Late: { $n }
visits-see-unread = Unread worries: { $n }
visits-see-alone = Without a liaison: { $n }
visits-see-load = Who carries how much
visits-late-at = Late in { $place }, to open:
visits-late-none = No visit is late.
visits-late-one = { $name }, { $n ->
    [one] 1 day
   *[other] { $n } days
} late ({ $visitor })
visits-nobody = nobody yet
visits-load = Who carries how much in { $place }:
visits-load-line = { $visitor }: { $people ->
    [one] 1 person
   *[other] { $people } people
}, { $planned } within seven days{ $late ->
    [0] {""}
   *[other] , { $late } of them late
}
visits-numbers = Visits of { $place } in numbers, without names:
visits-numbers-of = { $place }: { $numbers }

feed-none = Put the days of your visits into your phone's calendar? It says only “2 liaison visits”: no names, no reasons.
feed-since = The calendar feed is on since { $at }. Has somebody else seen the address? Take a new one.
feed-new = Get an address
feed-renew = New address
feed-stop = Stop it
feed-address =
    Your calendar's address, for yourself alone:
    { $link }
    Apple: Settings, Calendar, Accounts, Add Subscribed Calendar. Google: Other calendars, From URL. Outlook: Add calendar, Subscribe from web.
feed-address-again =
    Here is the new address; the old one is of no use any more:
    { $link }
    Please remove the old one in your calendar and add this one.
feed-no-address = No web address is set, so a calendar cannot read it. Please tell the administrator.
feed-stopped = Done: this calendar address is switched off.
feed-stopped-before = The calendar feed was not on.

sheet-which = Which month? It holds names and doors: please keep it safe.
sheet-month = Month { $month }
sheet-soon = Making the sheet; it comes in a moment.
sheet-ready = The visits of month { $month }: { $n }. Shred it after use, and do not photograph it.
sheet-empty = No visit is planned in month { $month } yet.
sheet-title = Visits, { $year }-{ $month }
sheet-head = { $visitor } · { $n } in all
sheet-day = Day
sheet-name = Name
sheet-where = Where
sheet-how = How
sheet-done = Done
sheet-late = {" "}(late)
sheet-foot = Personal details: for your own use. Shred after use, do not photograph or pass on.
sheet-page = Page { $page } of { $pages }
own-read-sheet = month sheet of visits (name, address)

picture-title = Neighbourhood service card
picture-number = Card { $number }
picture-liaison = Liaison: { $who }
picture-phone = Phone { $phone }
picture-services = We help with: { $services } and more
picture-scan = Scan to reach us
picture-foot = For staying in touch; not an identity card, and no privilege.
picture-cut = Print at full size (100 %) and cut along the line.
calendar-name = Liaison visits
calendar-event = { $n ->
    [one] 1 liaison visit
   *[other] { $n } liaison visits
}

# The page of a service card.
web-card-title = Neighbourhood service card
web-card-text = One tap shows what the station can help with; then just say what you need.
web-card-open = Open
web-card-telegram = Open in Telegram
web-card-said = I scanned the service card

own-key-calendar = the address of the calendar of one's visits (since when; the address itself is kept nowhere)
