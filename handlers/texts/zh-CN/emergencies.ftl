emergency-first =
    请马上打 { $call }！
    { $steps }
emergency-told = 值班的人已经知道了（{ $number }）。能的话，把位置发给我。
emergency-told-ask-phone = 值班的人已经知道了（{ $number }）。请把位置和您的电话发给我。
emergency-passed-on = 已经告诉值班的人了。
emergency-alone = 已记下（{ $number }）。请一定先打上面的电话。
emergency-ask = 现在有危险吗？有危险先打 { $call }。
emergency-yes = 是，有危险
emergency-no = 没有危险
emergency-not-asked = 这是问刚才说话的人的。您有危险请直接打 110，或在这里说一声。
emergency-good = 那就好。有什么事您接着说。
emergency-located = 位置收到，已告诉值班的人。
emergency-off = 不是紧急
emergency-off-done = 好，已告诉值班的人。有别的事您接着说。
emergency-ack = 我来处理
emergency-answered = { $helper }已经在处理了，谢谢您！
staff-emergency-again =
    紧急！还没有人接手，请马上联系：
    { $card }
staff-emergency-answered = 紧急事项 { $number }：{ $helper } 在处理。
staff-emergency-off = { $number } { $item }：居民说不是紧急。方便的话再问一声。
