story: where a number is the answer, an old neighbour is told which words are, too; they delete the phone
pack: demo
at: 2026-11-23 09:00

赵奶奶: 你好
赵奶奶 [好]
赵奶奶: /mydata
赵奶奶: 3
赵奶奶: 2
赵奶奶 < 也可以说“不留电话了”、“取消”。
赵奶奶: 取消
赵奶奶 < 没有改
赵奶奶: /mydata
赵奶奶: 3
赵奶奶: 2
赵奶奶: 不留电话了
赵奶奶 < 改好了
