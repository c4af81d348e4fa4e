# What residents and helpers say to each other through us: who speaks is clear, numbers and accounts are not shown.
line-open = What you say now goes to { $who }: words, voice, photos. When you are done, press "End the talk".
line-end = End the talk
line-ended = All right. To say more, press "Reply" below a message.
line-reply = Reply
line-go-on = Go on talking
line-just-write = Just write, it will be passed on.
line-passed = Passed on to { $who }.
line-still = Passed on to { $who }. For anything else, press "End the talk" first.
line-cannot = I cannot pass this on. Words, voice, photos and places I can.
line-name = { $name }
line-helper = { $name } ({ $team })
line-helper-badge = { $name } ({ $team } { $badge })
line-said = { $who }: { $words }
line-photo =
    { $n ->
        [1] sends a photo
       *[other] sends { $n } photos
    }
line-voice = sends a voice message
line-video = sends a video
line-file = sends a file
line-sticker = sends a sticker
line-place = sends a place
line-phone = phone { $phone }
line-point = place { $point }
line-put-away = (the number is put away)
line-danger = (They were asked to call { $call } first, and our staff know. Keep yourself safe.)
line-unreached = This could not be passed on, they cannot be reached now. If it is urgent, call the desk: { $phone }.
line-too-late = The talk about { $number } is over; this was not passed on.
line-edited-late = I saw your change, but this talk is over; it was not passed on.
line-over = { $number } is done; this was not passed on. Something else? Press below or just say it.
line-nobody = Nobody has taken { $number } right now; this was not passed on. You will hear when somebody does.
line-not-yours = { $number } is no longer in your hands; this was not passed on. Thank you!
line-closed = The talk about { $number } ends here; phone numbers in it are put away. Thank you!
attachment-lost = This file did not reach me. Please send it again.
shown-line = { $at } { $who }: { $what }
shown-by-staff = { $name } ({ $role })
shown-address = address and phone
shown-phone = phone
shown-words = a phone number in the talk
shown-page = opened the details
shown-other = contact details
line-look = See their talk
line-was-said = What was said about { $number } (each look is logged):
line-was = { $at } { $who }: { $words }
line-not-disputed = { $number } is not in dispute, so their talk is not shown.
shown-talk = the talk
