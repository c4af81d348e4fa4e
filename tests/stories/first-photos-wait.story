story: photos and words from before the consent are all there after it
pack: demo
at: 2026-11-23 09:00

?小周: 你好
?小周 +photo lamp.png
?小周 +photo stairs.png
?小周: 楼道灯坏了
?小周: 三楼那一盏
?小周 [同意]
?小周: 周姐
?小周 [和顺里社区]
?小周 [和顺里小区]
?小周 [3号楼]
?小周: 1单元 202
?小周 [跳过]
?小周 < 楼道灯坏了 三楼那一盏
?小周 !< 情况：你好
?小周 [确认]
?小周 < 编号
小李@水电队 [我来]
小李 < (photo) (photo)
