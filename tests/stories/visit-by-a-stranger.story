story: who does not look after somebody cannot enter a visit to them, nor open one
pack: demo
at: 2026-11-23 09:00

联络员小余: /visited 王阿姨                      # the liaison of another station
联络员小余 < 您的名单里没有这个人
联络员小余: /visited
联络员小余 < 您去看了谁
联络员小余 < 赵奶奶
联络员小余 !< 王阿姨
李大爷: /visited 王阿姨                          # a neighbour
李大爷 < 您现在办不了
小李: /visited 王阿姨                            # a volunteer
小李 < 您现在办不了
联络员小林: /visited 王阿姨
联络员小林 < 去看了 王阿姨
联络员小林 [昨天]
联络员小林 [打电话]
联络员小林 [跳过]
联络员小林 [跳过]
联络员小林 [跳过]
联络员小林 < 都记好了：王阿姨
联络员小秦: /visited 王阿姨                      # the deputy may
联络员小秦 < 去看了 王阿姨
