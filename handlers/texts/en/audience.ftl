# Whom a broadcast goes to: choosing, counting, saving.
audience-whom = Who is it for? Tap, or write it, such as: Heshunli volunteers, repairs, not on leave
audience-all-of = All of { $name }
audience-part = Only some of them
audience-saved-ones = Saved ones
audience-chosen =
    For: { $whom }
    { $count }
audience-counted =
    Counted. { $whom }:
    { $count }
audience-and = { $first } · { $second }
audience-none = nobody yet
audience-right = Yes, these people
audience-change = Change it
audience-save = Save for next time
audience-left = All right, no choice for now; the draft is kept.

audience-count = { $n ->
    [one] One person.
   *[other] { $n } people.
}
audience-count-none = Nobody at the moment.
audience-count-unsubscribed = { $n ->
    [one] One of them wants emergencies only.
   *[other] { $n } of them want emergencies only.
}
audience-count-by-phone = { $n ->
    [one] One more has no chat: an emergency puts them on the phone list.
   *[other] { $n } more have no chat: an emergency puts them on the phone list.
}
audience-samples = For example: { $who }
audience-sample = { $name } ({ $where })
audience-sample-name = { $name }
audience-no-names = Their names are not shown here.
audience-counting = Many people: I am counting, and will tell you. You can go on meanwhile.
audience-many = Very many; they are counted when you use it.
audience-frozen = The list is fixed: { $n ->
    [one] one person.
   *[other] { $n } people.
}
audience-not-counted = Sorry, counting failed. Your choice is kept; you can go on.

audience-change-what = Now: { $whom }. What would you change?
audience-kind-place = Places
audience-kind-role = Roles
audience-kind-team = Teams
audience-kind-skill = Skills
audience-kind-subject = Topics
audience-kind-age = Age
audience-kind-lang = Language
audience-flag-alone = Living alone
audience-flag-here = Not on leave
audience-anew = Begin anew
audience-enough = Done
audience-back = Back
audience-on = ✓ { $text }
audience-whole = All of { $place }
audience-inside = { $place } ▸
audience-other-places = Other places
audience-which-place = Which places? Tap several; tap again to take one back.
audience-which-role = Which roles? You can tap several.
audience-which-team = Which teams? You can tap several.
audience-which-skill = Which skills? You can tap several.
audience-which-subject = Subscribers to which topics? You can tap several.
audience-which-age = Which ages? You can tap several.
audience-which-lang = People who use which language?

audience-alone = living alone
audience-not-away = not on leave
audience-age = aged { $from }–{ $to }
audience-age-from = { $from } and older
audience-age-to = { $to } and younger
audience-language-zh-CN = using Chinese
audience-language-en = using English
audience-subject = subscribed to “{ $subject }”
audience-subject-party = Party building
audience-subject-education = Education
audience-subject-services = Services
audience-subject-security = Security
audience-subject-policy = Policy
audience-list = everybody on the earlier list
audience-list-silent = those on the earlier list who have not answered
audience-list-gone = that list is gone

audience-words-please = Please tap, or write who it is for.
audience-not-understood = I did not understand “{ $words }”. Places, roles, teams, skills and ages will do, such as: Building 3, over 60
audience-part-unknown = I did not understand “{ $words }”; the rest is noted.
audience-outside = { $names } is not yours to write to, and was left out. You can write to: { $own }.
audience-several = There are several of { $building }: please add the estate, such as: Heshunli Estate { $building }
audience-nobody-yet = Nobody is chosen yet; please choose first.
audience-no-draft = This is no draft any more, so it cannot be changed.
audience-nobody-then = When the time came nobody was on the list, and nothing was sent. It is a draft again: please choose whom it is for.

audience-save-name = Give it a name for next time, such as: Elders of Building 3
audience-save-short = A name of 1 to { $most } characters, please.
audience-save-full = { $most } can be saved. Please throw one away first, under “Saved ones”.
audience-saved = Saved: { $name }
audience-which-saved = Which one?
audience-your-saved = What you saved; tap to look:
audience-none-saved = Nothing saved yet. Choose who it is for, then tap “Save for next time”.
audience-one-saved =
    { $name }: { $whom }
    { $count }
audience-drop = Throw away
audience-dropped = Thrown away: { $name }
own-key-audiences = the audiences that you saved
audience-not-yours-now = You cannot write to “{ $name }” now; please choose others.
