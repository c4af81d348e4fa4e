# 期限：先提醒，不怪人。
ladder-respond-soon = { $number } { $item }：请在 { $until } 前和居民联系一下。
ladder-respond-late = { $number } { $item } 还没联系上居民，请现在打个电话好吗？
ladder-resolve-soon = { $number } { $item }：说好 { $until } 前办好，还来得及吗？
ladder-resolve-late = { $number } { $item } 过了说好的时间，请先办这件。办不了就交回来，没关系。
ladder-respond-soon-staff = { $number } { $item }：{ $until } 前要有人联系居民。
ladder-respond-late-staff = { $number } { $item } 过了 { $until } 还没人联系居民，请看看。
ladder-resolve-soon-staff = { $number } { $item }：{ $until } 前要办好。
ladder-resolve-late-staff = { $number } { $item } 过了 { $until } 还没办好，请看看。
ladder-show = 看一看
ladder-excuse = 对不起，{ $number } 比说好的慢了，我们正在催。
