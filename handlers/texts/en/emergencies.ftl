emergency-first =
    Call { $call } now!
    { $steps }
emergency-told = Our people on duty know ({ $number }). If you can, send me your position.
emergency-told-ask-phone = Our people on duty know ({ $number }). Please send me your position and your phone number.
emergency-passed-on = I have told our people on duty.
emergency-alone = Noted ({ $number }). Please call the number above first.
emergency-ask = Is somebody in danger now? Then call { $call } first.
emergency-yes = Yes, danger
emergency-no = No danger
emergency-not-asked = This is for the one who wrote. If you are in danger, call 110 or write here.
emergency-good = Good. Please go on.
emergency-located = Got your position; our people on duty have it.
emergency-off = Not an emergency
emergency-off-done = Good, the people on duty know. Tell me if there is anything else.
emergency-ack = I'll see to it
emergency-answered = { $helper } is on it already, thank you!
staff-emergency-again =
    Urgent! Nobody has taken it yet, please get in touch at once:
    { $card }
staff-emergency-answered = Emergency { $number }: { $helper } is on it.
staff-emergency-off = { $number } { $item }: no emergency, the resident says. Please ask again if you can.
