story: a liaison gives the role up: their people stand without one at once, and one tap hands them over
pack: demo
at: 2026-11-23 09:00

联络员小林: /leave
联络员小林 [联络员]
书记老何 < 联络员小林 不再当联络员了，有 3 人现在没有联络员
书记老何 [交给一位联络员]
书记老何 < 还没有联络员
书记老何 [全部]
书记老何 [联络员小秦]
书记老何 [交接]
书记老何 < 3 人以后由 联络员小秦 联络
联络员小秦 < 3 人以后由您联络
王阿姨 < 您的联络员现在是 联络员小秦
书记老何: /people
书记老何 < 都有联络员
联络员小林: /people
联络员小林 < 您现在办不了
