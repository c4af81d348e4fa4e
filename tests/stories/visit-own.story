story: somebody sees who comes when, never why; and one tap ends it
pack: demo
at: 2026-11-23 09:00

+1h
队长老周: /card
队长老周 [我的看望]
队长老周 < 您的看望
队长老周 < 联络员小林上门
队长老周 !< 生日
队长老周 !< 例行
+6d
队长老周: /card
队长老周 [我的看望]
队长老周 < 还没来                                 # what is late is said plainly
队长老周 [要不要来看我]
队长老周 [不用]
队长老周: /card
队长老周 < 您说过：不用来看您
队长老周 [我的看望]
队长老周 !< 上门，还没来
