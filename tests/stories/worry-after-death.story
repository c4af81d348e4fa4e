story: after a death nobody is sent there by an old worry, and what was promised is asked of nobody
pack: demo
at: 2026-11-23 09:00

联络员小林: /visited 李大爷
联络员小林 [今天]
联络员小林 [上门]
联络员小林 [跳过]
联络员小林 [跳过]
联络员小林: 帮他修收音机
联络员小林 [我自己办]
联络员小林 [3 天内]
联络员小林 [有点担心]
联络员小林: 屋里冷
联络员小秦 < 请留心 李大爷
联络员小秦: /people
联络员小秦 [我当副手或代看的]
联络员小秦 [李大爷]
联络员小秦 [搬走、去世]
联络员小秦 [去世了]
联络员小秦 [确定]
联络员小林 < 李大爷 去世了
书记老何 [去看看]
书记老何 < 这张服务卡已经不用了
书记老何 [看详情]                                # it is read, and nothing is to be done
书记老何 < 屋里冷
联络员小秦 [打电话]
联络员小秦 < 这张服务卡已经不用了
联络员小林: /mydata
+4d
联络员小林 !< 您答应的事
联络员小林 !< 李大爷
