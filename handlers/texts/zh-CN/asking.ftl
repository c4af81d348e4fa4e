# 怎么提一件事：为谁、什么时候；替别人办要先问对方。
span-day = { $day }
span-days = { $day } 到 { $last }
span-over-days = { $day } { $from } 到 { $last } { $to }
span-at = { $day } { $from }
span-hours = { $day } { $from }–{ $to }
span-early = { $day } 早上
span-morning = { $day } 上午
span-noon = { $day } 中午
span-afternoon = { $day } 下午
span-evening = { $day } 晚上
when-any = 都可以
when-both = { $span }（{ $words }）
card-line-whom = 为谁：{ $whom }
card-line-proxy = 代为提出：{ $name }，电话 { $phone }
card-consent-open = 还在征求本人同意，先不要上门。
card-own-then = 接单的人还会看到名字、地址和电话。
card-own-sensitive = 这件事不进群，只有社区工作人员和接手的人看得到。
helped-ask-whom = 为谁办？
helped-self = 自己或小孩
helped-family = 家人
helped-neighbour = 邻居
helped-whom-again = 点一下为谁办就行。
helped-ask-name-family = 怎么称呼您的家人？
helped-ask-name-neighbour = 怎么称呼这位邻居？
helped-name-in-words = 打几个字就行，比如“张大爷”。
helped-ask-phone = { $name }的电话是多少？我们先问问本人的意思。
helped-line = { $kind }，{ $name }
helped-line-phone = { $kind }，{ $name }，{ $phone }
proxy-received-tap = 收到，编号 { $number }。正在问{ $name }的意思，同意了马上安排。
proxy-received-call = 收到，编号 { $number }。服务台会打电话问{ $name }，同意了马上安排。
proxy-ask = { $asker } 想替您办：{ $item }。
proxy-agree-ask = 您同意吗？不同意也没关系。
proxy-agree = 同意
proxy-refuse = 不用了
proxy-thanks = 好的，{ $number } 这就安排，办得怎样会告诉您。
proxy-refused = 好的，不办了。需要时随时找我。
proxy-agreed = { $number } 对方同意了，这就安排。
proxy-no = { $number } 对方说先不用，这件事就不办了。谢谢您的好意！
proxy-call =
    请打电话征得本人同意：
    { $card }
proxy-call-again =
    还没有本人的答复，请打个电话问问：
    { $card }
proxy-called = 已同意
proxy-declined = 不同意
proxy-settled = { $number } 已经有答复了，不用再问。
proxy-consent-first = { $number } 对方还没同意，先不要上门。
proxy-settled-yes = { $number } 本人已同意，正在安排。
proxy-settled-no = { $number } 本人说不用，已经撤销。
draft-nudge = 上次说到一半的事，还要接着办吗？
draft-go-on = 接着办
draft-drop = 不办了
draft-expired = 一周没动静，说到一半的那件事先收起来了。需要时再跟我说。
