story: where a channel is made for it, the words stand in the chat itself; deleting takes them out of there, too
pack: demo
at: 2026-11-23 09:00

联络员小林/web: /people
联络员小林/web [王阿姨]
联络员小林/web [家里、工作、难处]
联络员小林/web [记一条]
联络员小林/web [家里]
联络员小林/web: 一个人住，女儿周末来
联络员小林/web [走访时看到的]
联络员小林/web [看看现在的]
联络员小林/web < 家里：一个人住，女儿周末来
联络员小林/web !< 不方便在这里显示
王阿姨/web: /mydata
王阿姨/web [看看记了什么]
王阿姨/web [记了我哪些情况]
王阿姨/web < 一个人住，女儿周末来
王阿姨/web !< 不方便在这里显示
王阿姨/web [改一条]
王阿姨/web [第 1 条]
王阿姨/web [删掉]
王阿姨/web [删掉]
王阿姨/web < 删掉了
联络员小林/web < 内容已按本人要求或到期删除
