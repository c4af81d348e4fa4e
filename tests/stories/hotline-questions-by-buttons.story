story: every question by buttons in three taps, and by a few words
pack: demo
at: 2026-11-23 09:00

王阿姨: 你好
王阿姨 [问一问]
王阿姨 < 想问哪方面
王阿姨 [帮扶救助]
王阿姨 < [低保怎么申请
王阿姨 [低保标准是多少]
王阿姨 < 每人每月900元
王阿姨 [办这件事]
王阿姨 < 为谁办
王阿姨: 取消
王阿姨: /menu
王阿姨 < 是哪方面的事
王阿姨 [常见问题]                       # the catalogue that was not used is not asked again
王阿姨 < 想问哪方面
王阿姨 [政策咨询]
王阿姨: 居住证怎么办?
王阿姨 < 居住证
王阿姨 !< 是哪方面的事
王阿姨: /menu
王阿姨: 社保卡丢了怎么办?              # a question while the catalogue is open is answered
王阿姨 < 12333
王阿姨 !< 没找到
