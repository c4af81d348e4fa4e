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
emergency-good = Good. Please go on.
emergency-located = Got your position; our people on duty have it.
