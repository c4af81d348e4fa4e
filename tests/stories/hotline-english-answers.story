story: English residents get English answers, English hours, and the way on in English
pack: demo
at: 2026-11-23 09:00

Mary: Hello
Mary < [Ask something]
Mary [Ask something]
Mary [Relief]
Mary < [How do I apply for
Mary [How do I apply for]
Mary < Where: Qinghe street service hall
Mary < open now, until 17:00
Mary < Bring:
Mary < Checked: 2026-
Mary [It did not help]
Mary < Is it one of these
Mary [How much is dibao]
Mary < 900 yuan
Mary [It did not help]
Mary < I have no answer to this yet
Mary < [Talk to a person]
Mary !< 没
Mary: thank you
Mary < You are welcome
