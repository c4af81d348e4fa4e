story: what people really write is understood: wrong words, dialect, a whole sentence, a question about a matter
pack: demo
at: 2026-11-23 10:30

王阿姨: 楼道里的灯憋了
王阿姨 < 路灯楼道灯
王阿姨 [取消]
李大爷: 下个月要跟对象扯证，请指点一下
李大爷 < 结婚
赵奶奶: 协义离婚怎么走流程
赵奶奶 < 协议离婚怎么办、冷静期多久
赵奶奶 < 要带：双方身份证、结婚证和离婚协议
