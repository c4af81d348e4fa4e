story: a month on paper goes to its visitor alone, and whoever stands on it can see that
pack: demo
at: 2026-11-23 09:00

+1h
联络员小林: /visits
联络员小林 [更多]
联络员小林 [打印月表]
联络员小林 < 有姓名和门牌，请收好
联络员小林 [12 月]
联络员小林 < 正在做月表
联络员小林 < 不方便在这里显示                     # behind a link, in a channel that is not made for it
联络员小林 < 12 月的走访表
李大爷: /mydata
李大爷 [看看记了什么]
李大爷 [谁看过]
李大爷 < 走访月表
李大爷 < 联络员小林
联络员小秦: /visits
联络员小秦 !< 李大爷
