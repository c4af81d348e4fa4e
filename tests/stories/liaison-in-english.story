story: in English: a wish for a liaison, what suits, and no more visits
pack: demo
at: 2026-11-23 09:00

Mary: I want a liaison
Mary < will name a liaison
Mary < What suits you?
Mary [Call first]
Mary < We only call
书记老何 [指定联络员]
书记老何 [联络员小秦]
Mary < Your liaison is now
Mary: I would like a liaison
Mary < Your liaison is 联络员小秦
Mary [Another one]
Mary < nobody asks why
