# 群发给谁：选对象、数人数、存对象。
audience-whom = 发给谁？点一下，或者直接写，比如：和顺里 志愿者 会修水电 没请假的
audience-all-of = 全部：{ $name }
audience-part = 挑一部分人
audience-saved-ones = 存好的对象
audience-chosen =
    发给：{ $whom }
    { $count }
audience-counted =
    数好了。{ $whom }：
    { $count }
audience-and = { $first } · { $second }
audience-none = 还没有选人
audience-right = 就发给他们
audience-change = 改一改
audience-save = 存起来下次用
audience-left = 好的，发给谁先不选了，草稿还在。

audience-count = 一共 { $n } 位。
audience-count-none = 眼下一位也没有。
audience-count-unsubscribed = 其中 { $n } 位退订了，只收紧急通知。
audience-count-by-phone = 另有 { $n } 位没有聊天，紧急通知会列进电话单。
audience-samples = 比如：{ $who }
audience-sample = { $name }（{ $where }）
audience-sample-name = { $name }
audience-no-names = 这些人的名字不在这里显示。
audience-counting = 人多，正在数，数好了告诉您。可以先往下走。
audience-many = 人很多，选它的时候再数。
audience-frozen = 名单已经定了：{ $n } 位。
audience-not-counted = 对不起，这次没数出来。选的人还在，可以接着办。

audience-change-what = 现在是：{ $whom }。想改哪样？
audience-kind-place = 地方
audience-kind-role = 身份
audience-kind-team = 队伍
audience-kind-skill = 会什么
audience-kind-subject = 订阅的话题
audience-kind-age = 年龄
audience-kind-lang = 语言
audience-flag-alone = 独居
audience-flag-here = 没请假的
audience-anew = 重新选
audience-enough = 好了
audience-back = 返回
audience-on = ✓ { $text }
audience-whole = 整个{ $place }
audience-inside = { $place } ▸
audience-other-places = 别的地方
audience-which-place = 哪些地方？可以点几个，再点一下就是不要。
audience-which-role = 哪些身份的人？可以点几个。
audience-which-team = 哪些队伍？可以点几个。
audience-which-skill = 会什么的人？可以点几个。
audience-which-subject = 订阅了哪些话题的人？可以点几个。
audience-which-age = 哪个年龄段？可以点几个。
audience-which-lang = 用哪种语言的人？

audience-alone = 独居
audience-not-away = 没请假的
audience-age = { $from }–{ $to } 岁
audience-age-from = { $from } 岁以上
audience-age-to = { $to } 岁以下
audience-language-zh-CN = 用中文的
audience-language-en = 用英文的
audience-subject = 订阅「{ $subject }」的
audience-subject-party = 党建
audience-subject-education = 教育
audience-subject-services = 便民服务
audience-subject-security = 平安
audience-subject-policy = 政策
audience-list = 上一条名单里的人
audience-list-silent = 上一条还没回的人
audience-list-gone = 那条名单已经没有了

audience-words-please = 请点一下，或者用字写发给谁。
audience-not-understood = 没看懂「{ $words }」。可以写地方、身份、队伍、会什么、年龄，比如：3号楼 60岁以上
audience-part-unknown = 「{ $words }」没看懂，别的都记下了。
audience-outside = { $names }不归您管，没有加进去。您能发的是：{ $own }。
audience-several = { $building }有好几个，请连小区一起写，比如：和顺里{ $building }
audience-nobody-yet = 还没有选好发给谁，请先选。
audience-no-draft = 这条已经不是草稿了，对象改不了。
audience-nobody-then = 到了发的时候，名单上一位也没有，没有发。它回到草稿里了，请重新选发给谁。

audience-save-name = 给它起个名字，下次一点就是。比如：三号楼老人
audience-save-short = 名字写 1 到 { $most } 个字就行。
audience-save-full = 最多存 { $most } 个。请先在“存好的对象”里删掉一个。
audience-saved = 存好了：{ $name }
audience-which-saved = 用哪一个？
audience-your-saved = 您存好的对象，点开看：
audience-none-saved = 还没有存过。选好发给谁以后，点“存起来下次用”。
audience-one-saved =
    { $name }：{ $whom }
    { $count }
audience-drop = 删掉
audience-dropped = 删掉了：{ $name }
own-key-audiences = 您存好的群发对象
audience-not-yours-now = 「{ $name }」里的人您现在不能发了，请另选。
