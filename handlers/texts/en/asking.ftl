# Asking: for whom and when; whoever asks for another, the other is asked first.
span-day = { $day }
span-days = { $day } to { $last }
span-over-days = { $day } { $from } to { $last } { $to }
span-at = { $day } { $from }
span-hours = { $day } { $from }–{ $to }
span-early = { $day }, early morning
span-morning = { $day }, morning
span-noon = { $day }, noon
span-afternoon = { $day }, afternoon
span-evening = { $day }, evening
when-any = any time
when-both = { $span } ({ $words })
card-line-whom = For: { $whom }
card-line-proxy = Asked by: { $name }, phone { $phone }
card-consent-open = We are still asking them; please do not go there yet.
card-own-then = Whoever takes it also sees name, address and phone.
card-own-sensitive = This goes to no group; only our staff and the helper see it.
helped-ask-whom = For whom is it?
helped-self = Myself or my child
helped-family = Family
helped-neighbour = A neighbour
helped-whom-again = Please tap for whom it is.
helped-ask-name-family = What shall we call them?
helped-ask-name-neighbour = What is your neighbour called?
helped-name-in-words = A few words will do, such as "Mr Zhang".
helped-ask-phone = Which phone number does { $name } have? We ask them first.
helped-line = { $kind }, { $name }
helped-line-phone = { $kind }, { $name }, { $phone }
proxy-received-tap = Received, number { $number }. We are asking { $name }, and go on as soon as they agree.
proxy-received-call = Received, number { $number }. The desk calls { $name }, and we go on as soon as they agree.
proxy-ask = { $asker } would like to arrange for you: { $item }.
proxy-agree-ask = Do you agree? A no is fine, too.
proxy-agree = I agree
proxy-refuse = No, thank you
proxy-thanks = Good. { $number } is being arranged; you will hear how it goes.
proxy-refused = All right, nothing will be done. I am here when you need me.
proxy-agreed = { $number }: they agree, and it is being arranged.
proxy-no = { $number }: they would rather not, so nothing will be done. It was kind of you!
proxy-call =
    Please call and ask whether they agree:
    { $card }
proxy-call-again =
    No answer from them yet. Please give them a call:
    { $card }
proxy-called = They agree
proxy-declined = They do not
proxy-settled = { $number } has been answered already.
proxy-consent-first = { $number }: they have not agreed yet; please nobody go there.
proxy-settled-yes = { $number }: they agree; it is being arranged.
proxy-settled-no = { $number }: they would rather not; it is cancelled.
draft-nudge = Shall we go on with what you began to ask?
draft-go-on = Go on
draft-drop = Drop it
draft-expired = Nothing came for a week, so I put aside what you began to ask. Tell me whenever you need it.
