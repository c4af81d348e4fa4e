story: fire and somebody unconscious in one message: both numbers, and out comes first
pack: demo
at: 2026-11-23 10:10

王阿姨: 厨房着火了，我妈晕倒了
王阿姨 < 请马上打 119、120！ 人先走楼梯逃，随手关门，弯腰低姿 叫不醒又没正常呼吸
