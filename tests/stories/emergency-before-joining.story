story: an emergency waits neither for consent nor for the night to end
pack: demo
at: 2026-11-23 23:10

?夜里人: 救命！我妈晕倒了叫不醒
?夜里人 < 请马上打 120
?夜里人 !< 同意
?夜里人 < 您的电话
值班小吴 < 紧急！
值班小吴 < 我妈晕倒了叫不醒
陈主任 < 紧急！
康护队 !< 晕倒                          # never in a group
+1m
?夜里人 +place 30.6342,114.3901
?夜里人 < 位置收到
值班小吴 < (30.6342,114.3901)
?夜里人: 和顺里5号楼，电话13000000088
?夜里人 < 已经告诉值班的人了
值班小吴 < 和顺里5号楼
陈主任: /open
陈主任 [{number}]
陈主任 < 130 0000 0088                  # whoever opens the card finds what came later
+40m
?夜里人: 谢谢，现在没事了
?夜里人 < 您同意吗                      # after the half hour the usual welcome
