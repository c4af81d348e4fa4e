story: what is open day and night says no hour, and shows where it is on the map
pack: demo
at: 2026-11-23 02:30

王阿姨: 停车证怎么办
王阿姨 < 时间：24小时（现在开着）
王阿姨 [看地图]
王阿姨 < 安顺物业(虚构)，和顺里7号楼一层
王阿姨: 社区律师什么时候在
王阿姨 < 周三 14:00-17:00（现在没开，11月25日 14:00 开门）
