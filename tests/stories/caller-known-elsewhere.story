story: a number tells no name outside one's own place, and a liaison asks for the door
pack: demo
at: 2026-11-23 09:00

网格员小唐: /enter
网格员小唐: 130 0000 0001
网格员小唐 !< 王阿姨
联络员小林: /enter
联络员小林: 130 0000 0001
联络员小林 [王阿姨]
联络员小林 < 在什么地方
联络员小林 !< 2单元 502
