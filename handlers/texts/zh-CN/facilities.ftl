# 在聊天里改地点的时间、电话、地址
facility-edit = 改地点
facility-which = 改哪个地点？
facility-hours = 改时间
facility-phone = 改电话
facility-address = 改地址
facility-now-hours = 时间：{ $now }
facility-now-phone = 电话：{ $now }
facility-now-address = 地址：{ $now }
facility-ask-hours =
    现在写的是：{ $now }
    新的开放时间是？比如“周一至周五 9:00-17:00”，停开就写“休息”。
facility-ask-phone =
    现在写的是：{ $now }
    新的电话是？
facility-ask-address =
    现在写的是：{ $now }
    新的地址是？
facility-ask-english =
    英文现在写的是：{ $now }
    英文怎么写？
facility-ask-map = 地图上的位置还对吗？
facility-map-stayed = 还对
facility-map-moved = 搬走了，先不显示
facility-no-phone = 没有电话
facility-no-english = 没有英文，用中文
facility-no-hours-read = 这个时间我没读懂。请写成“周一至周五 9:00-17:00，周六 9:00-12:00”这样。
facility-no-phone-read = 这不像电话号码，请再看看。
facility-said-in = 这些回答里也写着原来的，请看看要不要改：
facility-field-hours = 时间
facility-field-hours_en = 时间（英文）
facility-field-phone = 电话
facility-field-address = 地址
facility-field-address_en = 地址（英文）
facility-field-at = 地图
