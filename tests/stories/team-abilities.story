story: a leader says how many tasks a member takes at once, and what is not theirs to do
pack: demo
at: 2026-11-23 09:00

队长老周: /team
队长老周 [小赵]
队长老周 < 最多 2 件
队长老周 [最多接几件]
队长老周 [3 件]
队长老周 < 最多 3 件
小赵 < 最多同时接 3 件
队长老周 [更多]
队长老周 [改会做的事]
队长老周 < 小赵 会做哪些
队长老周 [✓ 水电小修]
队长老周 < 水电小修
队长老周 [水电小修]
队长老周 < ✓ 水电小修
队长老周 [返回]
队长老周 < 最多 3 件
