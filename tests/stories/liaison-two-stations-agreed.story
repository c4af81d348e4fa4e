story: claimed by another station, a member moves there by their own yes, before their old station may say no
pack: demo
at: 2026-11-23 09:00

联络员小余: /people
联络员小余 [加一位]
联络员小余: 13000000001
联络员小余 [王阿姨]
书记老何 [还是我们的]
书记老何 < 一周内没有回音再由您定
王阿姨 [换到那边]
联络员小余 < 以后由你们联络
王阿姨 < 联络员是 联络员小余
联络员小林 < 从和顺里社区转到柳堤社区了
