story: who lives alone is visited every month, every second time by phone if they like; who wishes calls is only called
pack: demo
at: 2026-11-23 09:00

联络员小林: /people
联络员小林 [李大爷]
联络员小林 [多久走访一次]
联络员小林 < 李大爷：每月一次，隔一次可以打电话
联络员小秦: /people
联络员小秦 [老郑]
联络员小秦 [多久走访一次]
联络员小秦 < 老郑：每季度一次，只打电话
