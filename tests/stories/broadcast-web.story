story: written in English on the web, where the samples come to both chats
pack: demo
at: 2026-11-23 09:00

陈主任/web: /language
陈主任/web [English]
陈主任/web: /broadcast
陈主任/web [Write one]
陈主任/web [A notice]
陈主任/web: Water off
陈主任/web: Tomorrow:\n- **9 to 15**: no water
陈主任/web [None]
陈主任/web: 3号楼
