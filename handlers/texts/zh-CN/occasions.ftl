# A visit is offered. The words name nothing of what happened: they may stand in any chat.
care-offer = 需要我们来看看吗？来不来都由您，别的事都照办。
care-yes = 可以
care-call-first = 先打电话
care-no = 不用
care-no-thanks = 好的，不打扰您。以后想有人来，发 /care 就行。
care-arranged = 好的，{ $who }会来看您，最晚 { $until }。
care-arranged-call = 好的，{ $who }先给您打电话，最晚 { $until }。
care-arranged-somebody = 好的，最晚 { $until } 有人来看您。定了是谁就告诉您。
care-arranged-call-somebody = 好的，最晚 { $until } 有人给您打电话。
care-who-comes = 来看您的是{ $who }。
care-off = 不用来了
care-off-done = 好的，不来了。以后想有人来，发 /care 就行。
care-off-by-another = 之前说好来看您，现在先不来了。要是还想有人来，点一下。
care-still = 还是请来
care-offer-off = 刚才的话不用理会，打扰您了。
care-not-yours = 这不是问您的。
care-over = 这件事已经有了结果。想有人来看看，发 /care；有危险打 110。
care-declined-before = 您说过不用，我们就没安排。改主意了吗？
care-after-all = 想有人来看看
care-already = 已经约好来看您了。

# Whoever calls somebody who is not reached in a chat.
care-call = 请给{ $name }（{ $where }）打个电话。缘由：{ $kind }。
care-call-again = 还没人给{ $name }（{ $where }）打电话。缘由：{ $kind }。
care-call-no-phone = 没有电话，请托熟人问一声。
care-call-maybe = 同一栋有服务卡、称呼相近的：{ $names }。也许就是同一位，先核对一下。
care-call-say = 只问一句：需要我们来看看吗？对方说不用就不再问。记下答复：
care-by-yes = 可以来
care-by-call = 先打电话
care-by-no = 不用
care-by-none = 没打通
care-called = { $by } 已经问过了，谢谢。
care-call-off = 不用打电话了，谢谢。
care-call-later = 好的，明天再试。三次不通就不再打扰。
care-noted-yes = 记下了：{ $name }同意。已经安排。
care-noted-no = 记下了：{ $name }说不用。不再问，也不告诉别人。
care-unanswered = { $name }没有回复要不要人来看看。不用催，也不再问了。

# What happened: one of four, and nothing more is kept.
care-kind-hardship = 生活困难
care-kind-conflict = 家里有矛盾
care-kind-hospital = 生病住院
care-kind-bereavement = 家有丧事
care-raise = 看望
care-what-happened = { $name }那边是哪一种情况？只记这一项，不写细节。
care-raised-by-staff = 记下了。我们会轻声问一句，来不来由本人定。
care-hurt = 有没有人动手、威胁，或者孩子受到伤害？
care-hurt-yes = 有
care-hurt-no = 没有
care-hurt-unsure = 不清楚
care-danger-noted = 记下了。正有危险请马上打 110。请不要上门，也别去问那家人，我们依法处理。
care-danger-self = 请马上打 110。能走就先离开，到有人的地方去。

# /care
command-care = 有人需要关心
care-whom = 谁需要关心？
care-whom-self = 我自己家
care-whom-other = 邻居或别人
care-tap-please = 点一下就行。
care-ask-name = 您怎么称呼对方？比如“张奶奶”。
care-ask-place = { $name }住在哪栋楼？比如“和顺里5号楼”。
care-ask-family = 谢谢您告诉我们。{ $name }家里，现在哪位需要关心？比如“李奶奶”。不清楚就跳过。
care-ask-place-family = { $name }家在哪栋楼？比如“和顺里5号楼”。
care-ask-place-thanks = 谢谢您惦记{ $name }。住在哪栋楼？
care-place-mine = 和我同一栋
care-place-again = 没认出是哪栋楼，换个说法，或者跳过。
care-place-which = 是下面哪一栋？
care-ask-phone = 知道对方的电话吗？不知道就跳过。
care-ask-kind = 是哪一种情况？不用说细节。
care-ask-kind-self = 是哪一种情况？不用说细节。
care-ask-how = 您希望怎么来？
care-how-visit = 来家里看看
care-how-call = 先打个电话
care-left = 好的，不说了。想起来随时发 /care。
care-thanks = 谢谢您告诉我们。我们会轻声问一句，来不来由本人定，不会提到您。
care-thanks-died = 谢谢您告诉我们。我们会请熟悉这家的人轻声问一句，不会提到您。
care-died-unknown = 有邻居说，{ $name }（{ $home }）去世了，名单里没找到这个人。请看看这家人要不要关心。
care-died-maybe = 有邻居说，{ $name }（{ $home }）可能去世了。请先轻声核实，别打电话问本人。如果是真的，请在人员卡上点“搬走、去世或不再联系”。
care-mistake = 弄错了
care-mistake-thanks = 好的，知道了，谢谢您说一声。
care-enough = 今天您已经说了好几位，谢谢。再有急事请打服务台 { $phone }。

# Those who go.
care-go = 请去看望{ $name }（{ $where }），本人同意了。最晚 { $until }。
care-go-call = 请给{ $name }（{ $where }）打个电话，本人同意了。最晚 { $until }。
care-go-phone = 电话：{ $phone }
care-go-with = 同去：{ $name }
care-mind-bereavement = 家有丧事：两个人一起去；多听，不问死因；问问后事要不要搭把手。
care-mind-hospital = 生病住院：先打电话，问方便了再去；不问病名；问问家里要不要照应。
care-mind-conflict = 家里有矛盾：两个人一起去；只听，不评理，不劝合也不劝分。有人受伤害就打 110，并告诉书记。
care-mind-hardship = 生活困难：听听难处，能申请的帮着申请；答应的事记下来。
care-mind-call = 只打电话，不上门；问一句要不要再来看看，听本人的。
care-open-visit = 看探访卡
care-open-call = 先打电话
care-come-after-all = TA 想要人去
care-visit-off = 不用去{ $name }那儿了，那边说没事了。谢谢您！
care-visit-wait = 请先别去{ $name }那儿，也先别打电话。书记会联系您，谢谢您！
care-who-goes = { $name }（{ $where }）同意我们去看看，最晚 { $until }。请哪位去？
care-who-goes-along = 去看望{ $name }（{ $where }）要两个人，最晚 { $until }。请哪位同去？
care-named = 已请{ $name }去。
care-named-thanks = 好的，已经告诉{ $name }。
care-named-before = 已经有人去了，不用再安排。
care-cannot-go = 这位那天去不了，请另选一位。
care-nobody-can = 有一户同意我们去看看，站里没人能去。请尽快商量谁去。
care-nobody-along = 有一户要两个人一起去看望，还差一位，别让一个人去。请尽快商量谁同去。

own-key-occasions = 问过您要不要人来看看，和您的答复

# Violence at home, harm to a child: staff act as the law says.
violence-staff = 【安全】{ $name }（{ $address }）：可能有家庭暴力，或孩子受到伤害。
violence-staff-again = 【安全】还没有人报告：{ $name }（{ $address }）可能有家庭暴力，或孩子受到伤害。
violence-whose-home = 这是{ $name }报的，不一定是 TA 自己家；是哪一家，请看 { $number }。
violence-law = 先打 110。孩子受害，依法必须立即报案（未成年人保护法第十一条）。受害人没有完全行为能力，也必须报案（反家庭暴力法第十四条）。不上门，不调解，不联系这家任何人。
violence-done = 已报告
violence-reported = 【安全】{ $by } 已报告（{ $at }）。
violence-reported-before = 已经有人报告了，谢谢。
violence-thanks = 记下了，谢谢您。
violence-visit-off = 原先约好的看望已经停了，要去的人在等您的话。
violence-wish = 【安全】{ $name }说想有人谈谈家里的事。这一户有人报过家庭暴力，所以没有派人。请和民警商量由谁打电话，最晚 { $until }。不调解，不转告家里任何人。
violence-doubted = 【安全】说起{ $name }家的人说可能弄错了。请照样核实。
