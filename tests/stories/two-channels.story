story: one person on two channels, joined by a code and parted again
pack: demo
at: 2026-11-23 09:00

王阿姨: 楼道灯坏了
王阿姨 [确认]
王阿姨: /link
王阿姨 < 30 分钟内有效
?平板/web: /link
?平板 < 您同意吗
?平板/web [同意]
?平板/web: 平板
?平板/web [跳过]
?平板/web: /link 12345678
?平板 < 不对或者过期了
?平板/web: /link {code}
?平板 < 要和那边的“王阿姨”合成一个人吗
?平板/web [是我]
王阿姨 < “平板”在网页上说
王阿姨 [是我]
?平板 < 连上了
?平板/web: /my
?平板 < 20261123-0001 路灯楼道灯
?平板/web: /leave
?平板/web [这里不再和别处连着]
?平板 < 分开了
?平板/web: /my
?平板 !< 20261123-0001
