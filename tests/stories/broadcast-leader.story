story: a leader writes to the own team, in a few lines, as title and text in one
pack: demo
at: 2026-11-23 09:00

队长老周: /broadcast
队长老周 [写一条]
队长老周 [一般通知]
队长老周: 周六集合
队长老周: 九点在站里
队长老周 [不加]
队长老周 < 发给谁
队长老周 [全部：水电]
队长老周 < 就发给他们
队长老周 [就发给他们]
队长老周 [现在就发]
队长老周 [一直有用]
队长老周 [不用再找]
队长老周 [发出]
+10s
小李 < 周六集合
小赵 < 周六集合
王阿姨 !< 周六集合
