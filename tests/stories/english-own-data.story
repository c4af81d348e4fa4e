story: the data of somebody who reads English, in English
pack: demo
at: 2026-11-23 09:00

Mary: my data
Mary < Your data belong to you
Mary [See what is kept]
Mary < This is what I keep of you
Mary < keeping data
Mary [Back to my data]
Mary [Withdraw or delete]
Mary [What I agreed to]
Mary < Taking it back means leaving
Mary/web: /mydata
Mary/web [Take it away]
Mary/web < We keep them for 7 days only
