story: whoever does not want private things written down loses nothing else, and is not asked again and again
pack: demo
at: 2026-11-23 09:00

赵奶奶: 我想申请低保
赵奶奶 [确认]
赵奶奶 < 要您单独同意
赵奶奶 [不同意]
赵奶奶 < 没有记
彭主任 !< 低保
赵奶奶: 楼道灯坏了
赵奶奶 [确认]
赵奶奶 !< 单独同意
赵奶奶 < 20261123-0001
赵奶奶: 我想申请低保
赵奶奶 [确认]
赵奶奶 < 您说过不在这里记
赵奶奶 !< 要您单独同意
赵奶奶: 好的                            # she has changed her mind
赵奶奶 < 20261123-0002
彭主任 < 低保
