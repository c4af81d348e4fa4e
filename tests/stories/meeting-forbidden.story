story: who holds no meetings sees none, proposes nothing, and whoever was not asked changes nothing
pack: demo
at: 2026-11-23 09:00

书记老何: /meetings
书记老何 [开一次会]
书记老何 [居民议事会]
书记老何: 12月1日下午3点
书记老何 [和顺里社区服务站]
+1m
小李: /meetings
小李 < 近期没有和您有关的会议
小李 !< 开一次会
彭主任: /meetings
彭主任 !< 居民议事会
队长老周 [提一条]
队长老周 [要谈的事]
队长老周: 楼道里别停电动车
书记老何 < 楼道里别停电动车
书记老何 [这次不谈]
书记老何 < 这次不谈：楼道里别停电动车
队长老周 < 您提的下次再谈
+9d
队长刘姐 [提一条]
队长刘姐 < 已经开始或取消了，下次再提
