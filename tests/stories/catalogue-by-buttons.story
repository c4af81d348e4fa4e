story: the catalogue by buttons alone
pack: demo
at: 2026-11-23 09:00

王阿姨: /menu
王阿姨 [家政]
王阿姨 [看别的类]
王阿姨 [公共设施报修]
王阿姨 [单元门与门禁]
王阿姨 < 单元门与门禁
王阿姨 [确认]
王阿姨 < 20261123-0001
王阿姨: /menu
王阿姨 [水电气热报修]
王阿姨 [燃气泄漏]                       # danger waits for no card
王阿姨 < 请马上打 000-5550-0120
值班小吴 < 紧急！
