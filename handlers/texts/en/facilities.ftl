# Changing a facility's hours, telephone and address in chat
facility-edit = Change a facility
facility-which = Which one?
facility-hours = Change the hours
facility-phone = Change the phone
facility-address = Change the address
facility-now-hours = Hours: { $now }
facility-now-phone = Phone: { $now }
facility-now-address = Address: { $now }
facility-ask-hours =
    Now: { $now }
    What are the new hours? Such as “周一至周五 9:00-17:00”; “休息” while it is closed.
facility-ask-phone =
    Now: { $now }
    What is the new number?
facility-ask-address =
    Now: { $now }
    What is the new address, in Chinese?
facility-ask-english =
    In English now: { $now }
    What are the English words?
facility-ask-map = Is its place on the map still right?
facility-map-stayed = Still right
facility-map-moved = It moved: do not show it
facility-no-phone = No phone
facility-no-english = No English, use the Chinese
facility-no-hours-read = I cannot read these hours. Please write them like “Mon-Fri 9:00-17:00, Sat 9:00-12:00”.
facility-no-phone-read = This does not look like a phone number.
facility-said-in = These answers still say it the old way. Please have a look:
facility-field-hours = hours
facility-field-hours_en = hours (English)
facility-field-phone = phone
facility-field-address = address
facility-field-address_en = address (English)
facility-field-at = map
