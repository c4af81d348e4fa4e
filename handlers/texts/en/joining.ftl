join-consent =
    Hello, this is Linli. { $who }
    { $keeps }
    { $contact }
    Do you agree?
join-agree = I agree
join-refuse = I do not
join-agree-after-all = I agree after all
join-refused = All right, nothing is kept. Emergencies: 110, 119, 120. The community's phone: { $phone }.
join-refused-before = You did not agree, so I have not kept this. In an emergency call 110, 119 or 120; the community is at { $phone }.
join-already = You are in. Just say what you need.
join-first = You need to agree first. Send me any word to begin.
join-later = All right, another time. Just tell me what you need.
join-ask-name = What may I call you?
join-name-in-words = A few letters will do, such as "Mary".
join-ask-community = Which community do you live in?
join-ask-estate = Which estate?
join-ask-building = Which building?
join-ask-building-number = Which building? Just its number, such as 3.
join-ask-door = Which door? (Encrypted; only for those who come to help.)
join-door-in-words = A few letters will do, such as "Unit 2, 502".
join-place-again = I did not find that place. Please tap one, or skip.
join-welcome = Welcome, { $name }!

link-code = On the other channel, send: /link { $code } (within { $minutes } minutes)
link-unknown = This code is wrong or too old. Send /link for a new one.
link-same = This is you already.
link-ask-here = Join with "{ $name }" over there into one person?
link-ask-there = "{ $name }" on { $channel } says to be you. Right?
link-yes = That is me
link-no = No
link-wait = Good. Please tap "That is me" on the other channel, too.
link-done = Connected. Both are you from now on.
link-not = All right, nothing was connected.
leave-what = What do you want to leave?
leave-role = Stop being { $role } { $team }
leave-role-done = Done. Thank you for all you did.
leave-channel = Disconnect this channel
leave-channel-done = Done, this channel stands alone now.
leave-all = Leave altogether
leave-all-done = You have left; name, phone and home are deleted, open requests withdrawn. Emergencies: 110, 119, 120. The community: { $phone }.

invite-offer = You are invited to be { $role } of { $where }. Accepting also means that we may keep what the work needs.
invite-accept = Accept
invite-decline = Not now
invite-accepted = Wonderful, you are now { $role } of { $where }.
invite-declined = No problem, thank you.
invite-news = { $name } accepted: { $role } of { $where }.
invite-unknown = This invitation is not right. Please ask for a new one.
invite-used = This invitation was used. Please ask for a new one.
invite-expired = This invitation is too old. Please ask for a new one.
invite-for-group = This invitation is for a group. Please add me to the group first.
invite-not-for-group = This invitation is for one person. Please open it in our private chat.
invite-no-entrance = There is no web address or bot yet, so I cannot make a link.
invite-whom = Whom do you invite?
invite-which-team = To which team?
invite-link =
    Invitation: { $role } (works once, within { $days } days):
    { $link }
role-resident = resident
role-proxy = proxy
role-volunteer = volunteer
role-leader = leader
role-liaison = liaison
role-grid = grid worker
role-desk = desk
role-coordinator = coordinator
role-secretary = secretary
role-admin = administrator
role-group = a team's group
leave-sure = Leaving deletes your name, phone and home, and withdraws what you still ask for. Are you sure?
leave-yes = Yes, leave
leave-no = Not now
leave-stayed = All right, you are still with us.
leave-tasks-first = You still hold tasks; please finish or return them first.
