story: from 1 December those who plan hear once a week that next year's days off are not entered yet
pack: demo
at: 2026-11-30 10:00

管理员 !< 放假安排
+1d
管理员 < 2027 年的放假安排还没有录入
书记老何 < calendar.yaml
陈主任 < 放假安排
联络员小林 !< 放假安排
管理员: /help
+2d
管理员 !< 放假安排
+4d
管理员 < 放假安排
