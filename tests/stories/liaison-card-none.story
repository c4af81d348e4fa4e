story: somebody without a card is offered a liaison, or a person to talk to
pack: demo
at: 2026-11-23 09:00

Mary: /card
Mary < no service card yet
Mary < I'd like a liaison
小孟: /card
小孟 < 您还没有服务卡
小孟 [找人工]
小孟 < 已通知工作人员
