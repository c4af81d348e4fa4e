# 服务卡、走访一览、日历订阅、月表。
command-card = 我的服务卡
command-visits = 走访

service-card = 您的服务卡 { $number }
service-card-liaison = 联络员：{ $who }
service-card-no-liaison = 正在安排
service-card-station = { $station }：电话 { $phone }，{ $hours }
service-card-services = 能帮的事：{ $services }等 { $n } 类
service-card-wish-visit = 您说过：可以来看您。
service-card-wish-call = 您说过：来之前先打电话。
service-card-wish-none = 您说过：不用来看您。
service-card-none = 您还没有服务卡。想有一位联络员常联系吗？
service-card-none-now = 您现在没有服务卡。发 /card 看看怎么办。
service-card-want = 我想要联络员
service-card-picture = 二维码
service-card-visits = 我的看望
service-card-known = 记了我什么
service-card-more = 更多
service-card-more-what = 还想做什么？
service-card-wish = 要不要来看我
service-card-change = 换联络员
service-card-drawn = 服务卡 { $number }。别人扫这个码，只看得到服务站的电话和服务，看不到您的事。链接：{ $link }
service-card-printed = 服务卡 { $number }，A4 纸按原大打印，沿线剪下就是一张卡。链接：{ $link }
service-card-print = 打印用的文件
service-card-no-address = 还没有设置网址或机器人，二维码没有地方可去。请告诉管理员。
service-card-unknown = 这个码不对，可能换过卡了。直接说您的事也行。
service-card-scanned = 这是邻里联络服务卡。卡是谁的，我们不说；服务站人人能找：
drawing-soon = 正在画，马上发来。
drawing-failed = 对不起，这次没画成。过一会儿再试，或者找服务台。

own-visits = 您的看望：
own-visits-none = 眼下没有安排看望。有事随时说。
own-visits-planned = { $day }：{ $who }{ $how }
own-visits-late = 原定{ $day }：{ $who }{ $how }，还没来
own-visits-done = { $day }：{ $who }已{ $how }
own-visits-refused = { $day }：您说不用来
own-visits-somebody = 服务站的人
visits-by-call = 打电话
visits-in-person = 上门

visits-which = 看哪个？
visits-way-mine = 我的走访
visits-way-numbers = { $place }的数字
visits-which-station = 哪个站？
visits-no-station = 这里没有联络服务站。
visits-mine = 您的走访：今天 { $today } 户，七天内 { $week } 户，过期 { $late } 户。
visits-mine-none = 七天内没有要走访的，也没有过期的。
visits-part-today = 今天 { $n } 户
visits-part-week = 七天内 { $n } 户
visits-part-late = 过期 { $n } 户
visits-list-today = 今天 { $n } 户，点开看：
visits-list-week = 七天内 { $n } 户，点开看：
visits-list-late = 过期 { $n } 户，点开看：
visits-list-none = 这里没有了。
visits-line = { $name } { $where } { $day }
visits-more = 更多
visits-more-what = 还想做什么？
visits-people = 我的人
visits-sheet = 打印月表
visits-feed = 日历订阅
visits-back = 返回

visits-station = { $place }的走访
visits-counts = 今天 { $today } 户，七天内 { $week } 户，过期 { $late } 户，本月办好 { $done } 户
visits-station-alone = 没有联络员的 { $n } 人
visits-station-unread = 没看过的情况 { $n } 条
visits-see-late = 过期 { $n } 户
visits-see-unread = 没看的情况 { $n } 条
visits-see-alone = 没有联络员 { $n } 人
visits-see-load = 各人担子
visits-late-at = { $place }过期的，点开看：
visits-late-none = 没有过期的走访。
visits-late-one = { $name } 晚 { $n } 天（{ $visitor }）
visits-nobody = 还没人去
visits-load = { $place }各人的担子：
visits-load-line = { $visitor }：{ $people } 人，七天内 { $planned } 户{ $late ->
    [0] {""}
   *[other] ，其中过期 { $late } 户
}
visits-numbers = { $place }走访数字（不含姓名）：
visits-numbers-of = { $place }：{ $numbers }

feed-none = 把走访的日子放进手机日历？里面只写“联络走访 2 户”，没有姓名，也没有原因。
feed-since = 日历订阅开着，{ $at } 起。地址给别人看过？换一个就行。
feed-new = 要一个地址
feed-renew = 换一个地址
feed-stop = 停用
feed-address =
    您的日历地址，只给自己用：
    { $link }
    苹果：设置→日历→账户→添加已订阅的日历。谷歌：其他日历→通过网址添加。Outlook：添加日历→从 Web 订阅。
feed-address-again =
    新地址在这里，旧的已经没用了：
    { $link }
    请在日历里删掉旧的，再加这个。
feed-no-address = 还没有设置网址，日历读不到。请告诉管理员。
feed-stopped = 好了，这个日历地址停用了。
feed-stopped-before = 日历订阅本来就没开。

sheet-which = 打印哪个月？上面有姓名和门牌，请收好。
sheet-month = { $month } 月
sheet-soon = 正在做月表，马上发来。
sheet-ready = { $month } 月的走访表，{ $n } 户。用完请撕碎，不要拍照外传。
sheet-empty = { $month } 月还没有安排走访。
sheet-title = { $year } 年 { $month } 月走访表
sheet-head = { $visitor } · 共 { $n } 户
sheet-day = 日子
sheet-name = 姓名
sheet-where = 住处
sheet-how = 方式
sheet-done = 办好
sheet-late = （过期）
sheet-foot = 含个人信息：自己用，用完撕碎，不拍照、不外传。
sheet-page = 第 { $page } 页，共 { $pages } 页
own-read-sheet = 走访月表（姓名、住处）

picture-title = 邻里联络服务卡
picture-number = 卡号：{ $number }
picture-liaison = 联络员：{ $who }
picture-phone = 电话 { $phone }
picture-services = 能帮的事：{ $services }等
picture-scan = 扫一扫，找到我们
picture-foot = 本卡只为联系方便，不是证件，没有任何特权。
picture-cut = 按原大（100%）打印，沿线剪下。
calendar-name = 联络走访
calendar-event = { $n ->
   *[other] 联络走访 { $n } 户
}

# 服务卡的网页。
web-card-title = 邻里联络服务卡
web-card-text = 点一下，看看服务站能帮什么，有事直接说。
web-card-open = 打开
web-card-telegram = 在 Telegram 里打开
web-card-said = 我扫了服务卡

own-key-calendar = 走访日历的订阅地址（只记从哪天起，地址本身不留）
