story: no answer within three days: it is closed, the liaison hears no more than that; a late yes counts
pack: demo
at: 2026-11-23 09:00

大刘: /care
大刘 [邻居或别人]
大刘: 李大爷
大刘: 和顺里5号楼
大刘 [跳过]
大刘 [生活困难]
李大爷 < 需要我们来看看吗
联络员小林 !< 李大爷
+2d
联络员小林 !< 没有回复
+25h
联络员小林 < 李大爷没有回复要不要人来看看。不用催
书记老何 !< 没有回复
大刘 !< 没有回复
李大爷 [可以]
李大爷 < 联络员小林会来看您，最晚 11月29日
联络员小林 < 请去看望李大爷（和顺里小区5号楼）
联络员小林 < 生活困难
