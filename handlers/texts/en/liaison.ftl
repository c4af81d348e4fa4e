# Liaisons: who looks after whom, the service card, and what people say to being visited
caring-nobody = nobody yet
caring-open-card = See this card
caring-yours-now = You look after { $name } ({ $home }) from now on. Thank you.
caring-deputy-now = { $liaison } looks after { $name }, and you are the deputy: you stand in when the liaison is away.
caring-not-yours = { $liaison } looks after { $name } from now on. Thank you for all you did.
caring-your-liaison = Your liaison is now { $liaison }. Tell us when something is hard, or call { $phone }.
caring-your-reader = Your liaison is now { $liaison }, who can read the note of your thoughts, too; change or delete it whenever you like. Tell us when something is hard, or call { $phone }.
person-card-closed = This service card is not used any more.
card-none = You have no service card yet.
card-offer = { $where } would like to give you a service card: a liaison knows you, and somebody is there when things are hard. Would you like one? Accepting also means that we may keep what is needed to help you.
card-opened = Your service card at { $place } is open. To see it, say /card.
card-there = You have a service card already. To see it, say /card.
card-news = { $name } accepted, and the service card is open.
card-not-reopened = This card cannot be opened again.

wish-ask = { $liaison } is your liaison and would like to see you now and then. What suits you? A no is fine and changes nothing else.
wish-ask-nobody = The community will name a liaison who knows you. What suits you? No visits is fine and changes nothing else.
wish-change = How shall your liaison be in touch?
wish-visit = Do come
wish-call = Call first
wish-none = No, thank you
wish-kept-visit = Good. You will hear before somebody comes. To change it, say /card.
wish-kept-call = Good. We only call, and do not come. To change it, say /card.
wish-kept-none = Good. Nobody will disturb you. All else stays as it is; to change it, say /card.

person-card =
    { $name } · { $home }
    Liaison: { $liaison } (deputy: { $deputy })
    Their wish: { $wish }
person-wish-visit = do come
person-wish-call = call, do not come
person-wish-none = no visits, please
person-wish-unsaid = not said yet
person-wish-told = They changed their mind
person-wish-ask = What does { $name } say now?
person-wished-visit = Do come
person-wished-call = Call first
person-wish-theirs = They say this themselves; no need to tap for them.
person-details = Phone and door
person-history = History
person-about = Groups and birthday
person-part = Moved, died, or no more contact
person-hand = Name a liaison
person-deputy = Name a deputy
person-back = Back to the list
person-shown =
    { $name } (card { $number })
    Phone: { $phone }
    Home: { $address }
    Groups: { $groups }
    Birthday: { $birthday }
person-history-of = The service card of { $name }:
person-change-open = { $at } opened
person-change-liaison = { $at } liaison: { $who }
person-change-deputy = { $at } deputy: { $who }
person-change-move = { $at } moved to another community
person-change-wish = { $at } said what they wish
person-change-close = { $at } closed
about-member = Party member
about-alone = lives alone
about-over-80 = over eighty
about-disabled = severely disabled
about-hardship = in hardship
about-now =
    { $name }
    Groups: { $groups }
    Birthday: { $birthday }
    A tap changes it.
about-birthday = Change the birthday
about-birthday-ask = Which day is the birthday? Such as “3月12日” or “农历八月十五”.
about-birthday-again = I could not read that day. Please write “3月12日” or “农历八月十五”.
about-birthday-none = Keep no birthday
birthday-solar = { $month }/{ $day }
birthday-lunar = lunar { $month }/{ $day }
birthday-leap = lunar leap { $month }/{ $day }

people-which = Which community?
people-station = { $place }: { $n ->
        [one] { $n } person has
       *[other] { $n } people have
    } a service card, { $lost ->
        [0] each with a liaison.
       *[other] { $lost } without a liaison.
    }
people-mine = { $n ->
        [one] You look after { $n } person.
       *[other] You look after { $n } people.
    }
people-own = My own ({ $n })
people-others = Where I stand in
people-others-list = You are the deputy of these, or stand in:
people-all = Everybody ({ $n }):
people-without = Without a liaison ({ $n })
people-without-list = Without a liaison ({ $n }):
people-everybody = Everybody
people-by = By liaison
people-loads = How many each liaison looks after:
people-no-liaisons = There is no liaison yet. Invite one with /invite.
people-load = { $name } · { $n }{ $away }
people-away = {" "}· on leave
people-of-one = { $name } looks after { $n }{ $away }.
people-line = { $name } · { $home }{ $liaison }
people-whose = {" "}· { $liaison }
people-hand-all = All to one liaison
people-hand-over = Hand them over
people-add = Add somebody
people-back = Back

hand-to-whom = Who shall look after { $name }?
hand-which-deputy = Who shall be the deputy for { $name }?
hand-no-deputy = No deputy
hand-nobody-there = There is no other liaison here. Invite one with /invite first.
hand-not-liaison = They are no liaison here now. Please choose another.
hand-one-done = { $liaison } looks after { $name } from now on. Both sides were told.
hand-which = { $giver }: whom do you hand over?
hand-from-nobody = Without a liaison
hand-all = All ({ $n })
hand-some = Only some
hand-pick = Whom? A tap picks, another lets go.
hand-picked = ✓ { $name }
hand-not-picked = { $name }
hand-ready = That is all ({ $n })
hand-to = To whom? Tap somebody, or write the name.
hand-sure = Hand over { $n } ({ $giver }) to { $to }, with the history and what is planned?
hand-yes = Hand over
hand-done = Done: { $to } looks after { $n } at { $place } from now on. Everybody was told.
hand-left = All right, nothing was handed over.
hand-tap-please = Please tap a button.
hand-yours-now = You look after { $n } more from now on: { $names }. The history and what is planned came along.
hand-not-yours = { $to } looks after { $n } from now on: { $names }. Thank you for all you did.
hand-see-people = See the list

let-news = { $name } is no liaison any more. { $n ->
        [one] { $n } person has
       *[other] { $n } people have
    } no liaison now.
let-news-nobody = { $name } is no liaison any more. { $n ->
        [one] { $n } person has
       *[other] { $n } people have
    } no liaison now, and there is no other one. Invite one with /invite.
let-hand = Hand them to a liaison
let-see = See who they are

move-not-yours = { $name } has moved from { $from } to { $to }, where they are looked after now. Thank you.
move-to-you = { $name } has moved from { $from } to { $to } and has no liaison yet. { $agreed ->
        [0] {""}
       *[other] Agreed visits that came along: { $agreed }. Please send somebody.
    }
move-yours = Your service card is now at { $to }, where a liaison will be named. { $down ->
        [0] {""}
       *[other] Your pledge is down from the old board; send /pledges to put one up here.
    }
move-yours-liaison = Your service card is now at { $to }. Your liaison is { $liaison }. { $down ->
        [0] {""}
       *[other] Your pledge is down from the old board; send /pledges to put one up here.
    }

part-what = What has happened to { $name }?
part-area = Moved to another community
part-far = Moved out of the district
part-died = Died
part-unwished = Wants no card any more
part-where = Where has { $name } moved?
part-moved = { $name } is now with { $to }; the secretary there knows.
part-sure-far = { $name } has moved out of the district? The card is closed, and visits are cancelled.
part-sure-died = { $name } has died; we are sorry. If that is certain, the card is closed, visits and birthdays are cancelled, and no message goes to them any more.
part-sure-unwished = { $name } wants no card any more? It is closed, and no visits are planned.
part-yes = Yes
part-no = A mistake
part-done-moved = All right, the card of { $name } is closed, and visits are cancelled.
part-done-died = Noted. Visits and birthdays of { $name } are cancelled, and no message is sent. If the family would like a visit, offer it on their own card.
part-done-unwished = All right, the card of { $name } is closed.
part-news-moved = { $name } has moved out of the district. The card is closed, and visits are cancelled.
part-news-died = { $name } has died. Visits and birthdays are cancelled; please do not call.
part-news-unwished = { $name } wants no service card any more. Please do not go there.
part-news-left = Somebody at { $home } has left the service. Visits are cancelled.
part-again = A mistake: open it again
part-reopened = The card of { $name } is open again.
part-died-hello = We were told that the neighbour who used this number has died, and kept silent. If that is wrong, we are very sorry. If you are family, please call { $phone }.
part-died-here = A mistake: I still use it
part-here = That was a mistake, and we are sorry. Your data and your service card are all there, and the station knows. Just say what you need.
part-news-here = { $name } is there after all: the death was noted by mistake. The card is open again, visits go on.
part-roles-back = Give the roles back
part-roles-given = Done: { $name } has the same roles as before.
part-died-roles = { $name } holds a role here, so the secretary has to note it. Please tell the secretary first.
part-request-held = Whoever asked for { $number } has died. Please do not go there for now; a coordinator will tell you whether it goes on.
part-request-open = Whoever asked for { $number } has died. Those who took it were told not to go there for now. Please see whether it is still wanted.

claim-ask = { $to } says that it looks after you now. Your service card is with { $from }. Who shall be in touch with you?
claim-yes-own = Move it there
claim-no-own = Stay where it is
claim-news-asked = { $to } says that it looks after { $name } now. They were asked themselves, and what they say counts.
claim-news = { $to } says that it looks after { $name } now. Shall they move?
claim-yes-station = Yes, they move
claim-no-station = They are ours
claim-person-first = { $name } is being asked. If a week passes without an answer, it is yours to decide.
claim-over = This is settled.
claim-raised = { $name } has a service card in another community. It was asked there; you will hear.
claim-waits = { $name } is being asked already; please wait.
claim-said-no = { $name } has said that nothing shall change, so they are not asked again. They can move any time by saying so themselves.
claim-agreed = { $name } is now with { $to }, and you look after them.
claim-agreed-done = All right, { $name } is now with { $to }.
claim-refused = { $name } stays with { $from }. If in doubt, call { $phone }.
claim-stays-own = All right, nothing changes: { $from } stays in touch with you.
claim-stays = All right, { $name } stays with { $from }.

add-phone = What is their phone number?
add-phone-again = I could not read that number. Once more, please.
add-who = Does this number belong to one of these?
add-somebody-else = Somebody else
add-name = What are they called?
add-member = Is { $name } a Party member?
add-is-member = Yes
add-no-member = No
add-agreed = Have you asked { $name }? Nothing is kept without their yes.
add-agreed-visit = Yes, do come
add-agreed-call = Yes, call first
add-not-asked = Not yet
add-ask-first = All right, nothing was kept. Please ask them first.
add-offer = { $name } would like to give you a service card of { $place }: a liaison knows you, and somebody is there when things are hard. Would you like one?
add-asked = { $name } was asked. The card opens with their own tap, and you will hear.
add-said-no = { $name } has said no to a service card, so they are not asked again. Whenever they want one, they can just ask for a liaison.
add-done = The service card of { $name } is open.
add-has-card = { $name } has a service card already.
add-tap-please = Please tap a button.
add-left = All right, nobody was added.

want-kept = Good. The secretary knows, and will name a liaison; you will hear who it is.
want-news = { $name } ({ $home }) would like a liaison.
want-news-another = { $name } ({ $home }) would like another liaison; now it is { $liaison }. No need to ask why.
want-another-kept = Good. You will get another one, and nobody asks why.
want-another = Another one
want-waits = The secretary knows already, and you will hear as soon as it is settled. If a week goes by, tap once more.
want-has-one = Your liaison is { $liaison }.
want-no-home = To name somebody we need to know your community. You can also call { $phone }.
want-left = All right, not now.
away-news-covered = { $name } is away until { $until }; { $cover } stands in for their { $n }.
away-news-alone = { $name } is away until { $until } and nobody stands in: deputies look after their { $n }; please see to those without a deputy.
own-read-visit-card = phone and home on the service card
command-people = The people I look after
role-member = member (service card)
role-cared = resident (service card)
away-people-yours = Please look after the { $n } people of { $name } these days.
own-line-card = Service card: { $number }, liaison: { $liaison }
own-key-birthday = birthday
own-key-calls = how many may be calls: none, half, all
own-key-rhythms = how often you are visited
own-key-rule = the rule of it, as an iCalendar RRULE
own-key-until = paused until this day
own-key-card = service card
own-key-deputy = who stands in for the liaison
own-key-groups = what groups you belong to
own-key-liaison = your liaison
own-key-member = whether you are a Party member
own-key-visits_wish = what you said to visits: visit, call, none

consent-card = being asked to take a service card. After a no, nobody asks again.
consent-short-card = service card
consent-card-withdraw = Take back: service card
consent-card-withdrawn = All right, taken back.
united-cards = { $name } had two service cards and is one person: the cards are one now. Liaison: { $liaison }.
same-person = The same as { $name } on our list
same-person-joined = { $name } has just begun to use the service. The station has a card for somebody of that name in that house. Is it the same person? Please call and ask them first; if not, there is nothing to tap.
same-person-over = This is settled, or does not fit any more. Nothing was changed.
same-person-yours = The station had a service card for you before; it is yours now. Liaison: { $liaison }. Send /card to see it.
same-person-wish = Shall somebody come to see me
same-person-done = All right: { $name } is the person on our list. Liaison: { $liaison }.
