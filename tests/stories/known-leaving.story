story: whoever leaves takes along what was known of them; without a card nothing is kept at all
pack: demo
at: 2026-11-23 09:00

Mary: /mydata
Mary [See what is kept]
Mary !< Notes of the liaison
联络员小林: /people
联络员小林 [王阿姨]
联络员小林 [家里、工作、难处]
联络员小林 [记一条]
联络员小林 [家里]
联络员小林: 女儿在外地
联络员小林 [本人说的]
联络员小林 [看看现在的]
联络员小林 < 女儿在外地
王阿姨: /leave
王阿姨 [退出]
王阿姨 [退出]
联络员小林 < 内容已按本人要求或到期删除
联络员小林 [家里、工作、难处]
联络员小林 !< 女儿
