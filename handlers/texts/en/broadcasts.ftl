# Broadcasts: what recipients read, and what those who send them read.
broadcast-says-first = [{ $unit }] **{ $title }**
    { $words }
broadcast-says-second = [{ $unit }] Once more: **{ $title }**
    { $words }
broadcast-says-correction = [{ $unit }] Correction: **{ $title }**
    { $words }
broadcast-says-recall = [{ $unit }] “{ $title }” has been taken back. Please disregard it.
broadcast-all-clear = [{ $unit }] All clear: **{ $title }**
    { $words }
broadcast-known = Got it
broadcast-help = I need help
broadcast-cannot = Not possible
broadcast-yes = I'll come
broadcast-no = I can't come
broadcast-proxy = Somebody for me
broadcast-read = I have read it
broadcast-unsubscribe = Unsubscribe
broadcast-expired = “{ $title }” is past its time; what was not sent stays unsent.

## What those who write read
command-broadcast = Write to many
broadcast-hub = Messages to many. What would you like to do?
broadcast-new = Write one
broadcast-own = Mine
broadcast-to-approve = Waiting for my yes
broadcast-more = More
broadcast-more-what = There is also:
broadcast-saved-audiences = Saved audiences
broadcast-back = Back
broadcast-ask-unit = In whose name?
broadcast-ask-kind = What kind is it?
broadcast-kind-routine = A notice
broadcast-kind-document = A document to be read
broadcast-kind-poll = A poll
broadcast-kind-emergency = An emergency
broadcast-ask-why = Why can it not wait? An emergency goes out at any hour.
broadcast-why-danger = Danger to life
broadcast-why-outage = Sudden outage
broadcast-why-routine = It can wait: a notice
broadcast-pick-please = Please tap one of these.
broadcast-ask-title = What is its title? At most { $most } characters.
broadcast-title-please = Please write a title.
broadcast-title-please-kept = Got it, it will go along. Now please write a title.
broadcast-title-long = The title has { $n } characters; at most { $most } fit. Please put the details into the text.
broadcast-ask-words = What does it say? Put ** around what matters; begin the lines of a list with “- ”.
broadcast-words-please = Please write the text.
broadcast-words-please-kept = Got it, it will go along. What does the text say?
broadcast-words-long = The text has { $n } characters; at most { $most } fit. Yours still stands above: please send a shorter one, and add the whole as a file.
broadcast-words-added = Added to the text.
broadcast-unpaired = One ** has no partner, and will be shown as it is.
broadcast-no-alarm = This is a draft; nobody was alarmed. If there is danger now, call 110, 119 or 120 at once.
broadcast-ask-things = Any photos, files or a place? Just send them; at most { $most } files.
broadcast-things-come = Added: { $what }. You can send more.
broadcast-things-no = None
broadcast-things-done = That's all
broadcast-things-none = Remove them
broadcast-things-please = Please send photos, files or a place, or tap “None”.
broadcast-no-stickers = Stickers cannot be sent to many; everything else was taken.
broadcast-too-many = That makes { $n } files; at most { $most } fit, and the last ones were left out.
broadcast-n-photo = { $n ->
    [one] one photo
   *[other] { $n } photos
}
broadcast-n-video = { $n ->
    [one] one video
   *[other] { $n } videos
}
broadcast-n-file = { $n ->
    [one] one file
   *[other] { $n } files
}
broadcast-n-voice = { $n ->
    [one] one voice message
   *[other] { $n } voice messages
}
broadcast-a-place = a place
broadcast-left = All right, nothing is sent.
broadcast-unchanged = All right, nothing was changed.
broadcast-ready = This is what people will see.
    To: { $whom }
    { $when }
    Shall it be sent?
broadcast-ready-emergency = This is what people will see. It is an emergency.
    To: { $whom }
    { $when }
    Shall it be sent?
broadcast-send = Send
broadcast-change = Change
broadcast-other-forms = Other views
broadcast-keep = Keep for later
broadcast-kept = Kept. You find it under “Mine”.
broadcast-as-list = Where there are no buttons, it looks like this; a number answers:
broadcast-as-elder = Whoever answers by digits sees this:
broadcast-as-elsewhere = A sample went to your other chat as well.
broadcast-only-sample = Only a sample: it counts for those who receive it.
broadcast-files-coming = { $n ->
    [one] One file is
   *[other] { $n } files are
} still on the way. Wait some seconds and tap “Send”; if that does not help, tap “Change” and send them again.
broadcast-changed-since = It was changed since. Please look at it again.
broadcast-not-to-them = You cannot write to these people. Please tap “Change” and choose again.
broadcast-not-yours = It is not yours, or is gone.
broadcast-no-draft-now = It has gone out, or waits, and cannot be changed now.
broadcast-change-what = What of “{ $title }” is to be changed?
broadcast-part-title = Title
broadcast-part-words = Text
broadcast-part-things = Photos, files, place
broadcast-part-whom = For whom
broadcast-part-when = When
broadcast-look = Nothing, show it
broadcast-none-yet = You have written none yet.
broadcast-yours = Yours, the latest first:
broadcast-line = { $title } ({ $state })
broadcast-state-draft = draft
broadcast-state-proposed = waits for a yes
broadcast-state-refused = not agreed to
broadcast-state-planned = waits for its time
broadcast-state-freezing = list is being made
broadcast-state-sending = going out
broadcast-state-paused = paused
broadcast-state-sent = sent
broadcast-state-stopped = stopped
broadcast-state-expired = past its time
broadcast-card-draft = “{ $title }” is a draft.
    To: { $whom }
broadcast-card = “{ $title }”: { $state }.
    To: { $whom }{ $n ->
        [0] { "" }
        [one] , one person on the list
       *[other] , { $n } people on the list
    }
broadcast-go-on = Go on
broadcast-drop = Delete
broadcast-drop-sure = Delete “{ $title }”? It cannot be brought back.
broadcast-drop-yes = Delete
broadcast-drop-no = Keep it
broadcast-dropped = “{ $title }” is deleted.
broadcast-take-back = Take back to change
broadcast-copy = Write the same again
