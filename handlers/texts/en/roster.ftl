# Lists: a secretary sends one as a spreadsheet, it is compared first, and taken over with one tap; or it goes out.
command-roster = Station list
roster-which = The list of which station?
roster-ask = Send me the list of { $place } (Excel or CSV). I compare it first; nothing changes until you say yes.
roster-get-xlsx = Get it as Excel
roster-get-csv = Get it as CSV
roster-get-blank = Get an empty list
roster-file-please = Please send the spreadsheet, or tap a button.
roster-no-spreadsheet = That is no spreadsheet. Please send an Excel (.xlsx) or CSV file.
roster-not-now = Fine, the list stays as it is.
roster-reading = Got it. I am comparing it and will tell you in a moment.
roster-writing = I am putting it together and will send it here.
roster-failed = This list could not be read to its end; nothing has changed. Please send it again.
roster-not-written = The list could not be made. Please ask again in a while.
roster-over = This list was dealt with already, or is too old. To change something, send it again.
roster-faulty = { $n ->
    [one] One thing in the list needs mending; nothing has changed:
   *[other] { $n } things in the list need mending; nothing has changed:
}
roster-line = Line { $line }: { $what }
roster-cell = Line { $line }, { $column }: { $what }
roster-faults-in-file = { $n } more, all of them in the file.
roster-faults-name = To mend
roster-send-again = Mend it and send it again.
roster-fault-line-title = Line
roster-fault-column-title = Column
roster-fault-what-title = What
roster-fault-missing = nothing is written here
roster-fault-no-titles = There is no line of titles. It needs "Name", and others such as "Phone".
roster-fault-column-twice = this column is there twice
roster-fault-too-many = At most { $most } people at a time; here are { $n }. Please send them in parts.
roster-fault-empty = There is nobody in the list
roster-fault-phone = this is no number that could be called
roster-fault-phone-cut = the spreadsheet program has turned the number into 1.3E+10 and lost its end. Make the column "text" and fill it in again
roster-fault-flag = please write "yes" or "no"
roster-fault-group = only alone, over_80, disabled, hardship; for none write "-"
roster-fault-wish = only visit, call, none
roster-fault-birthday = I do not understand it. Write 1948-08-14, or 农历1948年八月十四 for the lunar calendar
roster-fault-no-day = there is no { $day }
roster-fault-too-long = at most { $most } characters
roster-fault-number = this station has no such number. Leave it empty for new people
roster-fault-home = no such building in this community. Write estate and building
roster-fault-home-several = several estates have this building; please add the estate
roster-fault-no-way = a building or a phone is needed
roster-fault-several = several people have this name; please add their number or phone
roster-fault-twice = the same person as in line { $line }
roster-fault-liaison = this station has no such liaison
roster-fault-liaison-several = several liaisons have this name; please write the phone
roster-fault-liaison-self = nobody looks after themselves
roster-fault-deputy-same = must be somebody else than the liaison
roster-fault-not-readable = It does not open. Please save it as Excel (.xlsx) or CSV and send it again
roster-fault-old = This is an old format, or has a password. Please save it as .xlsx without one and send it again
roster-fault-large = The file is too large; at most { $most } MB
roster-column-number = number
roster-column-name = name
roster-column-phone = phone
roster-column-estate = estate
roster-column-home = building
roster-column-door = door
roster-column-member = member
roster-column-groups = groups
roster-column-birthday = birthday
roster-column-liaison = liaison
roster-column-deputy = deputy
roster-column-wish = wish
roster-preview = The list is compared; nothing has changed yet:
roster-n-new = · new: { $n }
roster-n-changed = · changed: { $n }
roster-n-same = · as before: { $n }
roster-n-claim = · another station looks after them: { $n }; they are asked first
roster-n-closed = · card closed, left alone: { $n }
roster-n-elsewhere = · living in another community, left as they are: { $n }. Add them one by one, so that they are asked first
roster-one-changed = Line { $line } { $name }: { $columns }
roster-one-met = Line { $line } { $name }: known by phone as { $called }
roster-one-claim = Line { $line } { $name }: another station's
roster-one-closed = Line { $line } { $name }: card closed
roster-one-elsewhere = Line { $line } { $name }: lives in another community
roster-more = … and { $n } more
roster-theirs = { $n ->
    [one] One person gave another phone or home themselves; theirs counts.
   *[other] { $n } people gave another phone or home themselves; theirs counts.
}
roster-left = Columns that were not used: { $titles }
roster-agreed = Do all the new people know of it and agree? Then take it over.
roster-sure = Change it like this?
roster-take = Take it over
roster-no = Not now
roster-taking = Good, I am at it.
roster-declined = Fine, nothing has changed, and the file is deleted.
roster-changed-meanwhile = Somebody has changed something meanwhile; please look again:
roster-nothing = As it is now: nothing changes for any of the { $n } people.
roster-taken = Done: { $added } added, { $changed } changed.
roster-claimed = { $n } more are with another station; they are being asked.
roster-see-all = See the list
roster-see-mine = See who
roster-liaison-got = { $got ->
    [one] The list has changed: one person is new in your care.
   *[other] The list has changed: { $got } people are new in your care.
}
roster-liaison-gave = { $gave ->
    [one] The list has changed: somebody else looks after one of your people now. Thank you.
   *[other] The list has changed: somebody else looks after { $gave } of your people now. Thank you.
}
roster-liaison-both = The list has changed: { $got } people are new in your care, { $gave } are with somebody else now.
roster-out = The list of { $place }, { $n } people. Only for those who need it; it is deleted here after 7 days, and people can see who took it.
roster-blank = Here is an empty list; its second sheet says what belongs where.
roster-nobody = This station looks after nobody yet.
roster-name = station list
roster-sheet = List
roster-sheet-explained = How to
roster-yes = yes
roster-no-member = no
roster-explain-column = Column
roster-explain-what = What belongs there
roster-explain-number = Number of the service card. Empty for new people; do not change it for others
roster-explain-name = Needed
roster-explain-phone = Mobile or landline. A building or a phone is needed
roster-explain-estate = Such as 和顺里小区
roster-explain-home = Such as 3号楼; with estate and door in one is fine, too
roster-explain-door = Such as 2单元502
roster-explain-member = yes, no
roster-explain-groups = alone, over_80, disabled, hardship; several are fine; for none write "-"
roster-explain-birthday = 1948-08-14, or 农历1948年八月十四 for the lunar calendar; the year may be left out
roster-explain-liaison = Name or phone of a liaison of this station; for nobody any more write "-"
roster-explain-deputy = The same
roster-explain-wish = What they have said: visit, call, none; empty where nobody asked
own-read-roster = station list
