# Public information: read, subscribed to, published.
command-news = Community news
news-topics = Which topic would you like to see?
news-link = On the web: { $link }
news-topic = { $subject }
news-topic-on = { $subject } (subscribed)
news-about = { $subject }, the latest:
news-about-none = { $subject }: nothing yet.
news-item = { $title }
    { $words }

    { $unit } · { $day }
news-corrected = (corrected)
news-more = More of it
news-on = Subscribe
news-off = Unsubscribe
news-subscribed = Done. What is new under { $subject } will be sent to you.
news-unsubscribed = All right, { $subject } is no longer sent to you. You can always read it here.
news-withdrawn = This has been taken down.
news-write = Publish something
news-ask-subject = Under which topic?
news-ask-title = What is the title? At most { $most } characters.
news-ask-words = What does it say? Everybody can read it: nothing about single people, please.
news-words-please = Please write it to me.
news-too-long = That is { $length } characters; please shorten it to { $most }.
news-preview = This will be public ({ $subject }):
    { $title }
    { $words }
news-publish = Publish
news-tap-please = If it is right, tap “Publish”.
news-published = It is public now; everybody can read it.
news-changed = Changed. Its address stays the same.
news-taken-down = “{ $title }” has been taken down.
news-look = Look at it
news-correct = Correct
news-withdraw = Take down
news-left = All right, nothing was published.

web-news-title = Community news
web-news-none = Nothing yet.
web-news-all = All news
web-news-feed = Feed (Atom)
web-news-corrected = corrected
web-news-gone = This has been taken down.
web-news-ask = Ask us

own-key-subscriptions = the news that you subscribed to
own-line-subscriptions = Subscribed to: { $subscriptions }

broadcast-part-subject = Make it public
news-send = Send to subscribers
news-under-what = Under which topic shall it stand once it is sent?
news-nowhere = Nowhere
news-not-public = All right, only those you chose get it.
news-will-be-public = Once it is sent, everybody can read it under { $subject }.
