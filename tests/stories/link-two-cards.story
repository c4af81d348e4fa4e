story: somebody with a card on each of two channels keeps their liaison and their last word
pack: demo
at: 2026-11-23 09:00

?网页/web: /link
?网页/web [同意]
?网页/web: 王阿姨
?网页/web [和顺里社区]
?网页/web [和顺里小区]
?网页/web: 3
?网页/web [跳过]
?网页/web: 我想要联络员
王阿姨: /card
王阿姨 [更多]
王阿姨 [要不要来看我]
王阿姨 [不用]
?网页/web: /link
王阿姨: /link {code}
王阿姨 [是我]
?网页/web [是我]
书记老何 < 合成一张了。联络员：联络员小林
王阿姨: /card
王阿姨 < 联络员：联络员小林、联络员小秦
王阿姨 < 您说过：不用来看您
