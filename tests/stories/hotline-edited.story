story: words that were edited after the answer are answered anew
pack: demo
at: 2026-11-23 09:00

王阿姨: 低保怎么申请?
王阿姨 < 户籍所在街道提出
王阿姨 +edit 社保卡丢了怎么办?
王阿姨 < 12333
王阿姨 !< 补进
