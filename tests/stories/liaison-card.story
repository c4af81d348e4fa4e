story: a resident's service card: whom to call, a code to show, and nothing about them on it
pack: demo
at: 2026-11-23 09:00

王阿姨: /card
王阿姨 < 您的服务卡
王阿姨 < 联络员：联络员小林、联络员小秦
王阿姨 < 电话 000-5550-0108，每天 9:00-18:00      # the station's
王阿姨 < 养老托老
王阿姨 !< 130 0000 0031                          # nobody's own number
王阿姨 [二维码]
王阿姨 < 正在画
王阿姨 < (photo)
王阿姨 < 别人扫这个码，只看得到服务站
王阿姨 < https://linli.example/c/{card}
王阿姨 [打印用的文件]
王阿姨 < .pdf
王阿姨 < A4 纸按原大打印
王阿姨: /start card-{card}                       # her own code leads to her own card
王阿姨 < 您的服务卡
王阿姨: 我的联络员？                             # words will do
王阿姨 < 您的服务卡
王阿姨 [更多]
王阿姨 < 还想做什么
王阿姨 < 换联络员
王阿姨 [返回]
王阿姨 < 您的服务卡
