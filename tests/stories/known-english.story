story: an English reader sees what is known of her in English, and says it otherwise
pack: demo
at: 2026-11-23 09:00

王阿姨: /language
王阿姨 [English]
联络员小林: /people
联络员小林 [王阿姨]
联络员小林 [家里、工作、难处]
联络员小林 [记一条]
联络员小林 [家里]
联络员小林: 女儿在外地
联络员小林 [邻居说的]
王阿姨 < made a note about you
王阿姨 [See it]
王阿姨 < Family: 女儿在外地 (a neighbour said so; 联络员小林, 23/11/2026)
王阿姨 [Correct or delete one]
王阿姨 [No. 1]
王阿姨 [That is wrong]
王阿姨: My daughter lives upstairs
王阿姨 < Noted in your words
王阿姨 [See it now]
王阿姨 [What is on my mind]
王阿姨 < It is never rated nor passed on
王阿姨 [Write something]
王阿姨: I would like to learn painting
王阿姨 < You can always see who read it
