story: before 七一 members are visited, and nobody else; who wishes calls is called
pack: demo
at: 2027-06-22 09:00

+1h
书记老何 < 七一走访排好了
书记老何 < 3 户有了日子                           # four have a card, one of them is no member
书记老方 !< 有了日子
联络员小林: /visits
联络员小林 [七天内]
联络员小林 < 王阿姨
联络员小林 < 队长老周
联络员小林 !< 李大爷
联络员小秦: /mydata
+8d
联络员小秦 < 老郑
联络员小秦 < 打电话
