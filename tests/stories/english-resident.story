story: whoever reads English reads English; the volunteers read their own language
pack: demo
at: 2026-11-23 09:00

Mary: I need a plumber, my kitchen tap is leaking
Mary < When would suit you?
Mary [Tomorrow]
Mary < Small plumbing repairs
Mary [Confirm]
Mary < 20261123-0001
水电队 < 新任务
水电队 < 户内水管小修
水电队 < 青禾苑2号楼
小李@水电队 [我来]
Mary < 小李
?Bob: hello there
?Bob < Do you agree?
?Bob [中文]
?Bob < 以后用中文
Mary: /language zh-CN
Mary: /my
Mary < 您最近的事
