# 居民和志愿者通过我们说话：谁说的要清楚，号码和账号不露出来。
line-open = 现在您说的话会转给{ $who }，打字、语音、照片都行。说完点“结束对话”。
line-end = 结束对话
line-ended = 好的，先说到这里。还想说，点消息下面的“回复”。
line-reply = 回复
line-go-on = 接着说
line-just-write = 直接写，就会转过去。
line-passed = 已转给{ $who }。
line-still = 已转给{ $who }。要说别的事，先点“结束对话”。
line-cannot = 这种消息转不过去，打字、语音、照片、位置都行。
line-name = { $name }
line-helper = { $name }（{ $team }）
line-helper-badge = { $name }（{ $team } { $badge }）
line-said = { $who }：{ $words }
line-photo =
    { $n ->
        [1] 发来一张照片
       *[other] 发来 { $n } 张照片
    }
line-voice = 发来一段语音
line-video = 发来一段视频
line-file = 发来一个文件
line-sticker = 发来一个表情
line-place = 发来一个位置
line-phone = 电话 { $phone }
line-point = 位置 { $point }
line-put-away = （电话已收起）
line-danger = （已请对方先打 { $call }，值班人员也知道了。您先保证自己安全。）
line-unreached = 这句没能转过去，对方暂时收不到。急事请打服务台 { $phone }。
line-too-late = { $number } 的对话已经结束，这条没有转过去。
line-edited-late = 看到您改了，不过这段对话已经结束，改动没有转过去。
line-over = { $number } 已经办完了，这句没有转过去。还有事，点下面或者直接说。
line-nobody = { $number } 眼下还没有人接，这句没有转过去。有人接了会告诉您。
line-not-yours = { $number } 已经不在您手上了，这句没有转过去。谢谢您！
line-closed = { $number } 的对话到此结束，说过的电话号码也收起来了。谢谢！
attachment-lost = 这个文件没能收到，请再发一次。
shown-line = { $at } { $who }：{ $what }
shown-by-staff = { $name }（{ $role }）
shown-address = 地址和电话
shown-phone = 电话
shown-words = 话里说的电话
shown-page = 点开看了详情
shown-other = 联系资料
line-look = 看双方的对话
line-was-said = { $number } 双方说过的话（每次查看都记下来）：
line-was = { $at } { $who }：{ $words }
line-not-disputed = { $number } 没有争议，双方的对话不给看。
shown-talk = 双方的对话
