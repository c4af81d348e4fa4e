story: who was named goes no more: the secretary names another from the card of the visit, and both and the person hear it
pack: demo
at: 2026-11-23 09:00

大刘: /care
大刘 [我自己家]
大刘 [生活困难]
大刘 [来家里看看]
书记老何 [联络员小秦]
大刘 < 来看您的是联络员小秦
联络员小秦: /leave
联络员小秦 [联络员]
+3d
书记老何 < 请安排
书记老何 [大刘]
书记老何 < 去的人：还没有人
书记老何 [请谁去]
书记老何 < 请谁去看 大刘
书记老何 [联络员小林]
书记老何 < 已经告诉联络员小林
联络员小林 < 请去看望大刘
联络员小林 < 能申请的帮着申请
大刘 < 来看您的是联络员小林
