web-sensitive-title = For your eyes only
web-sensitive-text = These are somebody's private matters. Who looks, and when, is written down.
web-sensitive-show = Show
web-error-link-over = This link is over. Please ask again in the chat.
attachment-unreadable = I cannot take this kind of picture. A screenshot of it will do.
sensitive-no-link = This is not for this chat. Please call the desk.
sensitive-no-link-urgent = Urgent! This is not for this chat. Please call the desk at once.
