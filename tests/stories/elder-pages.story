story: long lists come three at a time, and digits turn the page
pack: demo
at: 2026-11-23 09:00

李大爷: /elder
李大爷 [好]
李大爷: 1                               # 1. I need help: the catalogue
李大爷 < 4. 下一页
李大爷 !< 5.
李大爷: 4                               # a typed number: the next three come below
李大爷 < 4. 下一页
李大爷 !< 养老托老
李大爷 [4]                              # a pressed one: they come in its place
李大爷 < 3. 家政
李大爷: 3
李大爷 < 1. 
李大爷 !< 4. 取消
李大爷: 取消
李大爷 < 先不办了
李大爷: 7                               # nothing is asked: the menu
李大爷 < 4. 找人工
李大爷: 4
李大爷 < 服务台电话
