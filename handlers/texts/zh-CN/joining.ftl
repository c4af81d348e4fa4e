join-consent =
    您好，我是邻里。{ $who }
    { $keeps }
    { $contact }
    您同意吗？
join-agree = 同意
join-refuse = 不同意
join-agree-after-all = 我愿意了
join-refused = 好的，什么都不记。急事请打 110、119、120，找社区打 { $phone }。
join-refused-before = 您没有同意，所以这句话我没有记。急事请打 110、119、120，找社区打 { $phone }。
join-already = 您已经在了，直接说您的事就行。
join-first = 这一步要您先同意才行。发一句话给我就能开始。
join-later = 好的，以后再说也行。有事直接告诉我。
join-ask-name = 怎么称呼您？
join-name-in-words = 打几个字就行，比如“王阿姨”。
join-ask-community = 您住在哪个社区？
join-ask-estate = 哪个小区？
join-ask-building = 几号楼？
join-ask-building-number = 几号楼？打楼号就行，比如 3。
join-ask-door = 几单元几号？（加密保存，只给上门帮您的人看）
join-door-in-words = 打几个字就行，比如“2单元 502”。
join-place-again = 没找到这个地方，请点一个，或者跳过。
join-welcome = { $name }，欢迎您！

link-code = 请在另一边发：/link { $code }（{ $minutes } 分钟内有效）
link-unknown = 这个码不对或者过期了，请再发 /link 拿新的。
link-same = 这里就是您自己，不用再连。
link-ask-here = 要和那边的“{ $name }”合成一个人吗？
link-ask-there = “{ $name }”在{ $channel }上说和您是同一个人，对吗？
link-yes = 是我
link-no = 不是
link-wait = 好，请到另一边也点一下“是我”。
link-done = 连上了，两边以后是同一个您。
link-not = 好的，没有连。
leave-what = 您想退出哪一项？
leave-role = 不做{ $role }了 { $team }
leave-role-done = 好的，已经退出。谢谢您做过的一切。
leave-channel = 这里不再和别处连着
leave-channel-done = 好了，这里和别处分开了。
leave-all = 全部退出
leave-all-done = 已经全部退出，称呼、电话和住址都删了，没办完的求助也撤了。急事请打 110、119、120，找社区打 { $phone }。

invite-offer = 请您做{ $where }的{ $role }，愿意吗？点接受，也就是同意我们记下办事要用的信息。
invite-accept = 接受
invite-decline = 先不了
invite-accepted = 太好了，您现在是{ $where }的{ $role }。
invite-declined = 没关系，谢谢您。
invite-news = { $name }接受了邀请，做{ $where }的{ $role }。
invite-unknown = 这个邀请不对，请向发邀请的人再要一个。
invite-used = 这个邀请已经用过了，请再要一个。
invite-expired = 这个邀请过期了，请再要一个。
invite-for-group = 这是给群用的邀请，请把我加进群里再用。
invite-not-for-group = 这是给个人的邀请，请私聊我再点。
invite-no-entrance = 还没有设置网址或机器人，发不了邀请。
invite-whom = 请谁来？
invite-which-team = 哪支队伍？
invite-link =
    { $role }的邀请（只能用一次，{ $days } 天内有效）：
    { $link }
role-resident = 居民
role-proxy = 代办人
role-volunteer = 志愿者
role-leader = 队长
role-liaison = 联络员
role-grid = 网格员
role-desk = 服务台值班
role-coordinator = 协调员
role-secretary = 书记
role-admin = 管理员
role-group = 队伍的群
leave-sure = 退出后，称呼、电话和住址都会删掉，没办完的求助也会撤回。确定吗？
leave-yes = 确定退出
leave-no = 再想想
leave-stayed = 好的，您还在。
leave-tasks-first = 您手上还有任务，请先办完或者交回。
