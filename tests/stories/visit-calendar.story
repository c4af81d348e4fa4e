story: a liaison puts the days into the phone's calendar, takes a new address, and switches it off
pack: demo
at: 2026-11-23 09:00

联络员小林: /visits
联络员小林 [更多]
联络员小林 [日历订阅]
联络员小林 < 没有姓名，也没有原因
联络员小林 [要一个地址]
联络员小林 < https://linli.example/calendar/
联络员小林 < .ics
联络员小林 < 只给自己用
联络员小林: /visits
联络员小林 [更多]
联络员小林 [日历订阅]
联络员小林 < 日历订阅开着
联络员小林 !< .ics                                # the address is told once, and kept nowhere
联络员小林 [换一个地址]
联络员小林 < 旧的已经没用了
联络员小林 [停用]
联络员小林 < 停用了
联络员小林 [停用]
联络员小林 < 本来就没开
