story: a form that waited for days asks its question anew, whatever is said first
pack: demo
at: 2026-11-23 09:00

Mary: I need a plumber, my kitchen tap is leaking
Mary < When would suit you?
+3d
Mary < Shall we go on
Mary: hello
Mary < When would suit you?
Mary: tomorrow
Mary < Fri 27 Nov
Mary [Change]
Mary [For whom]
Mary [Family]
Mary: Mum
Mary: skip
Mary: back
Mary < Which phone number does Mum have?
Mary: +86 139 1111 3333
Mary [My home]
Mary < For: Family, Mum, 139 1111 3333
Mary < Qinghe Garden
Mary [Confirm]
Mary < The desk calls Mum
值班小吴 < 请打电话征得本人同意
值班小吴 < 11月27日 周五
+1h
值班小吴 < 还没有本人的答复
