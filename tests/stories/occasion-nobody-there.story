story: nobody knows her yet: the secretary names who goes, and she hears who it is
pack: demo
at: 2026-11-23 09:00

Mary: /language
Mary [English]
Mary: /care
Mary < Who is having a hard time
Mary [My own family]
Mary [Hardship]
Mary [Come to my home]
Mary < somebody comes by
书记老何 < Mary（青禾苑2号楼）同意我们去看看
彭主任 !< Mary
书记老何 [联络员小秦]
书记老何 < 已经告诉联络员小秦
联络员小秦 < 请去看望Mary
联络员小秦 !< 同去
Mary < 联络员小秦 will come to see you
