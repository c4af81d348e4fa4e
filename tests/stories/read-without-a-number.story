story: whoever was looked up without a request sees it, and no number is missing in the line
pack: demo
at: 2026-11-23 09:00

联络员小林: /enter
联络员小林: 130 0000 0001
联络员小林 [王阿姨]
联络员小林 [取消]
王阿姨: /mydata
王阿姨 [看看记了什么]
王阿姨 [谁看过]
王阿姨 < 联络员小林（联络员）：称呼（来电时按号码找到）
王阿姨 !< 没有写
