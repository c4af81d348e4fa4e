story: on the page the numbers stand on the buttons, and may be typed as well
pack: demo
at: 2026-11-23 09:00

?陶奶奶/web: 灯坏了
?陶奶奶/web [同意]
?陶奶奶/web: 陶奶奶
?陶奶奶/web [和顺里社区]
?陶奶奶/web: 大字
?陶奶奶/web [好]
?陶奶奶/web [1. 和顺里小区]
?陶奶奶/web [跳过]                      # where a number is the answer itself, nothing else has one
?陶奶奶/web < 0 找人工
?陶奶奶/web: 0
?陶奶奶/web < 服务台电话
?陶奶奶/web: 取消
?陶奶奶/web: /menu
?陶奶奶/web [4. 下一页]
?陶奶奶/web: 4
?陶奶奶/web < 家政
?陶奶奶/web !< 养老托老
