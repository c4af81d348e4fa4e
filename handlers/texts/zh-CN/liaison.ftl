# 联络员：谁联系谁，服务卡，本人怎么说
caring-nobody = 还没有
caring-open-card = 看这位
caring-yours-now = { $name }（{ $home }）以后由您联络，谢谢您。
caring-deputy-now = { $name } 的联络员是 { $liaison }，您来当副手：联络员不在时由您联络。
caring-not-yours = { $name } 以后由 { $liaison } 联络。谢谢您这些日子的照看。
caring-your-liaison = 您的联络员现在是 { $liaison }。有难处可以说，也可以打 { $phone }。
caring-your-reader = 您的联络员现在是 { $liaison }。您写的心里话 ta 也看得到，随时可以改、可以删。有难处可以说，也可以打 { $phone }。
person-card-closed = 这张服务卡已经不用了。
card-none = 您还没有服务卡。
card-offer = { $where }想请您收一张服务卡：有一位联络员认识您，有难处时找得到人。愿意吗？点接受，也就是同意我们记下办事要用的信息。
card-opened = 好的，您在{ $place }的服务卡开好了。想看卡，说 /card。
card-there = 您已经有服务卡了。想看卡，说 /card。
card-news = { $name } 接受了，服务卡开好了。
card-not-reopened = 这张卡不能重新打开。

wish-ask = { $liaison } 是您的联络员，想常来看看您，听听您有什么难处。您看怎样方便？不用也没关系，别的服务都不变。
wish-ask-nobody = 社区会给您安排一位联络员，有难处时有人认识您。您看怎样方便？不用来也没关系，别的服务都不变。
wish-change = 以后联络员怎样联系您？
wish-visit = 可以来
wish-call = 先打电话
wish-none = 不用
wish-kept-visit = 好的，来之前会先跟您说。想改，随时说 /card。
wish-kept-call = 好的，只打电话，不上门。想改，随时说 /card。
wish-kept-none = 好的，不会来打扰您。别的服务都不变，想改随时说 /card。

person-card =
    { $name } · { $home }
    联络员：{ $liaison }（副手：{ $deputy }）
    本人的意思：{ $wish }
person-wish-visit = 可以来
person-wish-call = 先打电话，不上门
person-wish-none = 不用来，请别打扰
person-wish-unsaid = 还没有说
person-wish-told = 本人改主意了
person-wish-ask = { $name } 现在怎么说？
person-wished-visit = 可以来
person-wished-call = 先打电话
person-wish-theirs = 这件事由本人自己说，您不用替 TA 点。
person-details = 电话和门牌
person-history = 经过
person-about = 情况和生日
person-part = 搬走、去世或不再联系
person-hand = 指定联络员
person-deputy = 指定副手
person-back = 返回名单
person-shown =
    { $name }（卡号 { $number }）
    电话：{ $phone }
    住址：{ $address }
    情况：{ $groups }
    生日：{ $birthday }
person-history-of = { $name } 的服务卡：
person-change-open = { $at } 开卡
person-change-liaison = { $at } 联络员：{ $who }
person-change-deputy = { $at } 副手：{ $who }
person-change-move = { $at } 转到别的社区
person-change-wish = { $at } 本人说了来访的意思
person-change-close = { $at } 停用
about-member = 党员
about-alone = 独居
about-over-80 = 八十岁以上
about-disabled = 重度残疾
about-hardship = 生活困难
about-now =
    { $name }
    情况：{ $groups }
    生日：{ $birthday }
    点一下就改。
about-birthday = 改生日
about-birthday-ask = 生日是哪天？比如“3月12日”或“农历八月十五”。
about-birthday-again = 没看懂这个日子。请写“3月12日”或“农历八月十五”。
about-birthday-none = 不记生日
birthday-solar = { $month } 月 { $day } 日
birthday-lunar = 农历 { $month } 月 { $day } 日
birthday-leap = 农历闰 { $month } 月 { $day } 日

people-which = 看哪个社区？
people-station = { $place }：{ $n } 人有服务卡，{ $lost ->
        [0] 都有联络员。
       *[other] { $lost } 人还没有联络员。
    }
people-mine = 您联络 { $n } 人。
people-own = 我联络的（{ $n }）
people-others = 我当副手或代看的
people-others-list = 您当副手或代看的：
people-all = 全部 { $n } 人：
people-without = 还没有联络员（{ $n }）
people-without-list = 还没有联络员的 { $n } 人：
people-everybody = 全部
people-by = 按联络员看
people-loads = 每位联络员联络几人：
people-no-liaisons = 还没有联络员。用 /invite 请一位。
people-load = { $name } · { $n } 人{ $away }
people-away = {" "}· 请假
people-of-one = { $name } 联络 { $n } 人{ $away }。
people-line = { $name } · { $home }{ $liaison }
people-whose = {" "}· { $liaison }
people-hand-all = 都交给一位联络员
people-hand-over = 把他的人交给别人
people-add = 加一位
people-back = 返回

hand-to-whom = { $name } 由谁联络？
hand-which-deputy = { $name } 的副手是谁？
hand-no-deputy = 不要副手
hand-nobody-there = 这个社区没有别的联络员了。先用 /invite 请一位。
hand-not-liaison = 这位现在不是这里的联络员，请另选一位。
hand-one-done = { $name } 以后由 { $liaison } 联络，两边都告诉了。
hand-which = { $giver } 的人，交出去哪些？
hand-from-nobody = 还没有联络员
hand-all = 全部（{ $n } 人）
hand-some = 只选几位
hand-pick = 选谁？点一下选上，再点一下取消。
hand-picked = ✓ { $name }
hand-not-picked = { $name }
hand-ready = 选好了（{ $n } 人）
hand-to = 交给谁？点一位，或写名字。
hand-sure = 把“{ $giver }”的 { $n } 人交给 { $to }，连同经过和排好的看望？
hand-yes = 交接
hand-done = 交接好了：{ $place }的 { $n } 人以后由 { $to } 联络，都告诉了。
hand-left = 好的，没有交接，一切照旧。
hand-tap-please = 请点一个按钮。
hand-yours-now = { $n } 人以后由您联络：{ $names }。经过和排好的看望都跟着过来了。
hand-not-yours = { $n } 人以后由 { $to } 联络：{ $names }。谢谢您这些日子的照看。
hand-see-people = 看名单

let-news = { $name } 不再当联络员了，有 { $n } 人现在没有联络员。
let-news-nobody = { $name } 不再当联络员了，有 { $n } 人现在没有联络员，社区也没有别的联络员。用 /invite 请一位。
let-hand = 交给一位联络员
let-see = 看是哪些人

move-not-yours = { $name } 从{ $from }转到{ $to }了，以后由那边联络。谢谢您。
move-to-you = { $name } 从{ $from }转到{ $to }，还没有联络员。{ $agreed ->
        [0] {""}
       *[other] 有 { $agreed } 次说好的看望也转过来了，请安排人去。
    }
move-yours = 您的服务卡转到{ $to }了，那边会给您安排联络员。{ $down ->
        [0] {""}
       *[other] 原来社区公示栏上您的承诺撤下来了，想写在新社区，发 /pledges。
    }
move-yours-liaison = 您的服务卡转到{ $to }了，联络员是 { $liaison }。{ $down ->
        [0] {""}
       *[other] 原来社区公示栏上您的承诺撤下来了，想写在新社区，发 /pledges。
    }

part-what = { $name } 怎么了？
part-area = 搬到别的社区
part-far = 搬走了，不在本区
part-died = 去世了
part-unwished = 本人不要服务卡了
part-where = { $name } 搬到哪个社区了？
part-moved = { $name } 转到{ $to }了，那边的书记已经知道。
part-sure-far = { $name } 搬出本区了？服务卡会停用，排好的看望都取消。
part-sure-died = { $name } 去世了，请节哀。确定的话，服务卡停用，看望和生日都取消，以后不再给这位发任何消息。
part-sure-unwished = { $name } 不要服务卡了？卡会停用，以后不再排看望。
part-yes = 确定
part-no = 弄错了
part-done-moved = 好的，{ $name } 的服务卡停用了，看望都取消了。
part-done-died = 记下了。{ $name } 的看望和生日都取消了，不会再发任何消息。家里人需要看望，可以从家人的卡上提出。
part-done-unwished = 好的，{ $name } 的服务卡停用了。
part-news-moved = { $name } 搬出本区了，服务卡已停用，看望都取消了。
part-news-died = { $name } 去世了。看望和生日都已取消，请别再去电话。
part-news-unwished = { $name } 不要服务卡了，以后不用去了。
part-news-left = { $home }有一位居民退出了服务，看望都取消了。
part-again = 弄错了，重新打开
part-reopened = { $name } 的服务卡重新打开了。
part-died-hello = 我们收到消息，说用这个号码的居民已经去世，所以没有再打扰。要是弄错了，真对不起；您是家人的话，请打 { $phone }。
part-died-here = 弄错了，我还在用
part-here = 弄错了，真对不起。您的资料和服务卡都还在，已经告诉社区了，有事直接说。
part-news-here = { $name } 还在用，去世是弄错了。服务卡重新打开了，看望照旧。
part-roles-back = 把职责还给这位
part-roles-given = 好的，{ $name } 原来的职责都还回去了。
part-died-roles = { $name } 还担着社区的职责，要由书记来记。请先告诉书记一声。
part-request-held = { $number } 的求助人去世了，请先别上门。要不要接着办，协调员会告诉您。
part-request-open = { $number } 的求助人去世了，已经告诉接的人先别上门。请看看还要不要办。

claim-ask = { $to }说您现在归他们联络，您的服务卡在{ $from }。以后由哪边联络您？
claim-yes-own = 换到那边
claim-no-own = 还在原来的社区
claim-news-asked = { $to }说 { $name } 现在归他们联络。已经问了本人，以本人说的为准。
claim-news = { $to }说 { $name } 现在归他们联络。要转过去吗？
claim-yes-station = 同意转过去
claim-no-station = 还是我们的
claim-person-first = 已经在问 { $name } 本人了，一周内没有回音再由您定。
claim-over = 这件事已经定了。
claim-raised = { $name } 的服务卡在另一个社区。已经问那边了，定下来告诉您。
claim-waits = { $name } 的事已经在问了，请再等等。
claim-said-no = { $name } 说过还由原来的社区联络，先不再问了。本人想换，随时可以自己说。
claim-agreed = { $name } 转到{ $to }了，以后由你们联络。
claim-agreed-done = 好的，{ $name } 转到{ $to }了。
claim-refused = { $name } 还是由{ $from }联络。有疑问请打 { $phone }。
claim-stays-own = 好的，不变，还是由{ $from }联络您。
claim-stays = 好的，{ $name } 还是由{ $from }联络。

add-phone = 这位的电话是多少？
add-phone-again = 没看懂这个号码，请再写一遍。
add-who = 这个号码登记的是下面这位吗？
add-somebody-else = 是另一位
add-name = 怎么称呼这位？
add-member = { $name } 是党员吗？
add-is-member = 是
add-no-member = 不是
add-agreed = 问过 { $name } 本人了吗？要本人同意才能记下。
add-agreed-visit = 同意，可以来
add-agreed-call = 同意，先打电话
add-not-asked = 还没问
add-ask-first = 好的，什么也没记。问过本人再加。
add-offer = { $name } 想请您收一张{ $place }的服务卡：有一位联络员认识您，有难处时找得到人。愿意吗？
add-asked = 已经问了 { $name }，本人点了接受就开卡，到时告诉您。
add-said-no = { $name } 说过先不用服务卡，就不再问了。本人想要，随时说一声“我想要联络员”就行。
add-done = { $name } 的服务卡开好了。
add-has-card = { $name } 已经有服务卡了。
add-tap-please = 请点一个按钮。
add-left = 好的，没有加。

want-kept = 好的，已经告诉书记，会给您安排一位联络员，定下来告诉您。
want-news = { $name }（{ $home }）想要一位联络员。
want-news-another = { $name }（{ $home }）想换一位联络员，现在是 { $liaison }。不用问为什么，换一位就好。
want-another-kept = 好的，会给您换一位，不问原因。
want-another = 换一位
want-waits = 已经告诉书记了，定下来马上告诉您。过一周还没有回音，再点一次。
want-has-one = 您的联络员是 { $liaison }。
want-no-home = 要知道您住哪个社区才好安排。也可以打 { $phone }。
want-left = 好的，先不安排。
away-news-covered = { $name } 离开到 { $until }，他联络的 { $n } 人由 { $cover } 代看。
away-news-alone = { $name } 离开到 { $until }，没有人代，他联络的 { $n } 人由副手看，没有副手的请您安排。
own-read-visit-card = 服务卡上的电话和门牌
command-people = 我联络的人
role-member = 党员（服务卡）
role-cared = 居民（服务卡）
away-people-yours = { $name } 联络的 { $n } 人，这几天请您代看。
own-line-card = 服务卡：{ $number }，联络员：{ $liaison }
own-key-birthday = 生日
own-key-calls = 几次可以打电话（none 都上门，half 一半，all 都打）
own-key-rhythms = 多久看望一次
own-key-rule = 看望的规律（iCalendar RRULE）
own-key-until = 暂停到哪天
own-key-card = 服务卡
own-key-deputy = 副手
own-key-groups = 情况
own-key-liaison = 联络员
own-key-member = 是不是党员
own-key-visits_wish = 来访的意思（visit 可以来，call 先打电话，none 不用）

consent-card = 有人请您收服务卡。说过不用，就不再问。
consent-short-card = 服务卡
consent-card-withdraw = 撤回：服务卡
consent-card-withdrawn = 好的，撤回了。
united-cards = { $name } 有两张服务卡，其实是同一位，合成一张了。联络员：{ $liaison }。
same-person = 和登记过的 { $name } 是同一位
same-person-joined = { $name } 刚开始用服务。站里给同名同楼的一位登记过服务卡，是同一位吗？打个电话问过本人再点；不是就不用点。
same-person-over = 这件事已经办好，或者对不上了，没有改动。
same-person-yours = 服务站之前给您登记过服务卡，现在归到您这里了。联络员：{ $liaison }。发 /card 就能看。
same-person-wish = 要不要来看我
same-person-done = 好的，{ $name } 和登记过的是同一位了。联络员：{ $liaison }。
