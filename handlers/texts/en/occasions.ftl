# A visit is offered. The words name nothing of what happened: they may stand in any chat.
care-offer = Would you like us to come and see you? It is up to you, and changes nothing else.
care-yes = Yes, please
care-call-first = Call first
care-no = No, thank you
care-no-thanks = All right, we will not trouble you. If you want somebody to come, send /care.
care-arranged = All right, { $who } will come and see you, by { $until } at the latest.
care-arranged-call = All right, { $who } will call you first, by { $until } at the latest.
care-arranged-somebody = All right, somebody comes by { $until }. We will tell you who.
care-arranged-call-somebody = All right, somebody calls you by { $until }.
care-who-comes = { $who } will come to see you.
care-off = Please do not come
care-off-done = All right, nobody comes. If you want somebody to come, send /care.
care-off-by-another = We meant to come and see you, and leave it for now. If you still want somebody to come, tap here.
care-still = Please come
care-offer-off = Never mind what we asked just now. Sorry to trouble you.
care-not-yours = This question was not for you.
care-over = This is settled. If you want somebody to come, send /care; in danger call 110.
care-declined-before = You said no, so nothing was arranged. Have you changed your mind?
care-after-all = I want somebody to come
care-already = A visit to you is arranged already.

# Whoever calls somebody who is not reached in a chat.
care-call = Please call { $name } ({ $where }). Why: { $kind }.
care-call-again = Nobody has called { $name } ({ $where }) yet. Why: { $kind }.
care-call-no-phone = There is no phone number. Please ask through somebody they know.
care-call-maybe = In the same building, with a card and a similar name: { $names }. It may be the same person; please check first.
care-call-say = Just one question: would you like us to come and see you? After a no we do not ask again. Their answer:
care-by-yes = They want us to come
care-by-call = Call first
care-by-no = No
care-by-none = Not reached
care-called = { $by } has asked. Thank you.
care-call-off = No need to call any more. Thank you.
care-call-later = All right, try again tomorrow. After three times we leave it.
care-noted-yes = Noted: { $name } agreed. It is arranged.
care-noted-no = Noted: { $name } said no. Nobody asks again, and nobody is told.
care-unanswered = { $name } did not answer whether somebody should come. No need to press; we do not ask again.

# What happened: one of four, and nothing more is kept.
care-kind-hardship = Hardship
care-kind-conflict = Conflict at home
care-kind-hospital = Illness in hospital
care-kind-bereavement = A death in the family
care-raise = A visit
care-what-happened = What is it about with { $name }? Only this is kept, no details.
care-raised-by-staff = Noted. We will ask quietly, once; whether somebody comes is up to them.
care-hurt = Has anybody been hit or threatened, or a child been harmed?
care-hurt-yes = Yes
care-hurt-no = No
care-hurt-unsure = I am not sure
care-danger-noted = Noted. In danger call 110 at once. Please do not go there and do not ask the family; we act as the law says.
care-danger-self = Please call 110 at once. If you can, leave and go where people are.

# /care
command-care = Somebody has a hard time
care-whom = Who is having a hard time?
care-whom-self = My own family
care-whom-other = A neighbour, or somebody else
care-tap-please = Just tap one of them.
care-ask-name = What do you call them? For example "Grandma Zhang".
care-ask-place = Which building does { $name } live in? For example "Heshunli, Building 5".
care-ask-family = Thank you for telling us. Who of { $name }'s family may need care now? For example "Grandma Li". If you do not know, skip.
care-ask-place-family = Which building does { $name }'s family live in? For example "Heshunli, Building 5".
care-ask-place-thanks = Thank you for thinking of { $name }. Which building do they live in?
care-place-mine = The same as mine
care-place-again = I did not recognise the building. Please say it another way, or skip.
care-place-which = Is it one of these?
care-ask-phone = Do you know their phone number? If not, skip.
care-ask-kind = What is it about? No details needed.
care-ask-kind-self = What is it about? No details needed.
care-ask-how = How would you like us to come?
care-how-visit = Come to my home
care-how-call = Call me first
care-left = All right. Send /care whenever you like.
care-thanks = Thank you for telling us. We will ask quietly, once; whether somebody comes is up to them. You are not mentioned.
care-thanks-died = Thank you for telling us. Somebody who knows the family will ask quietly. You are not mentioned.
care-died-unknown = A neighbour says that { $name } ({ $home }) has died; nobody of this name is on our lists. Please see whether the family needs care.
care-died-maybe = A neighbour says that { $name } ({ $home }) may have died. Please make sure gently, and do not call them; if it is so, tap "Moved, died, or no more contact" on their card, and they are not troubled any more.
care-mistake = I was wrong
care-mistake-thanks = All right, thank you for telling us.
care-enough = You have told us of several people today, thank you. If it is urgent, call the desk: { $phone }.

# Those who go.
care-go = Please visit { $name } ({ $where }); they agreed. By { $until } at the latest.
care-go-call = Please call { $name } ({ $where }); they agreed. By { $until } at the latest.
care-go-phone = Phone: { $phone }
care-go-with = With you: { $name }
care-mind-bereavement = A death in the family: go in pairs; listen, do not ask how; ask whether they need a hand.
care-mind-hospital = Illness in hospital: call first, and go when it suits; do not ask for the diagnosis; ask what home needs.
care-mind-conflict = Conflict at home: go in pairs; only listen, take no side, give no advice. If anybody is hurt, call 110 and tell the secretary.
care-mind-hardship = Hardship: hear what is hard, help with what can be applied for; write down what you promise.
care-mind-call = Only a call, no visit; ask whether somebody should come, and do as they say.
care-open-call = Call first
care-come-after-all = They want a visit
care-open-visit = Open the visit
care-visit-off = No need to go to { $name } any more; all is well there. Thank you!
care-visit-wait = Please do not go to { $name } for now, and do not call. The secretary will tell you more. Thank you!
care-who-goes = { $name } ({ $where }) agreed to a visit, by { $until }. Who goes?
care-who-goes-along = Two should go to { $name } ({ $where }), by { $until }. Who goes along?
care-named = { $name } goes.
care-named-thanks = All right, { $name } has been told.
care-named-before = Somebody goes already.
care-cannot-go = They cannot go on that day. Please choose somebody else.
care-nobody-along = Two are to go and see somebody, and one is still missing. Please find soon who goes along, so that nobody goes alone.
care-nobody-can = A family agreed to a visit, and nobody of the station can go. Please settle soon who does.

own-key-occasions = when you were asked whether somebody should come, and your answer

# Violence at home, harm to a child: staff act as the law says.
violence-staff = [Safety] { $name } ({ $address }): there may be violence at home, or harm to a child.
violence-staff-again = [Safety] Nobody has reported it yet: { $name } ({ $address }), possible violence at home or harm to a child.
violence-whose-home = { $name } gave the alarm; it need not be their own home. Whose it is: see { $number }.
violence-law = Call 110 first. Where a child is harmed, or the victim lacks full capacity, the law asks you to report at once (Law on the Protection of Minors art. 11, Anti-Domestic Violence Law art. 14). Do not go there, do not mediate, contact nobody of this household.
violence-done = Reported
violence-reported = [Safety] { $by } has reported it ({ $at }).
violence-reported-before = Somebody has reported it already, thank you.
violence-thanks = Noted, thank you.
violence-visit-off = A visit that was agreed has been stopped; whoever was to go waits for your word.
violence-wish = [Safety] { $name } wants to talk about things at home. Violence was reported of this household, so nobody is sent. Please settle with the police who calls, by { $until }. Do not mediate, and tell nobody of this household.
violence-doubted = [Safety] Whoever spoke of { $name }'s family says they may have been wrong. Please check all the same.
