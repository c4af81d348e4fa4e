"""Where a text tells somebody's name: 我叫王秀英, 姓名：李桂兰, 张大爷, my name is Mary Smith."""

import re
from collections.abc import Iterator

_COMMON = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩邓冯曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范"
    "廖石贾韦夏付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
)
_RARE = (
    "阎章鲁倪殷葛俞岳齐柳施洪翟伍樊庄兰骆关凌柏祝纪舒屈项季焦柴梅童辛路阮蓝耿温包左卓成景申冉欧费甘单车牛靳卜古"
    "穆翁宁邢党霍房岑闵瞿解乔詹储苗宫盛米路涂麦和靖裴席卫查屠池巫乌丛边桑桂牟尤时聂晏冷应安常康贝易于华简晋游鲍娄"
)
_DOUBLE = "欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|夏侯|端木|长孙|宇文|轩辕|百里|南宫|西门"
SURNAME = f"(?:{_DOUBLE}|[{_COMMON}{_RARE}])"
_HAN = "[\u3400-\u9fff]"
_ENDS = "住在的家是有想要来请我这那今明昨您你和跟也就不没手电"  # they follow a name more often than they end one
_GIVEN = f"{_HAN}(?:(?![{_ENDS}]){_HAN})?"
_NO_NAMES = (
    "高血|高龄|党员|党支|金婚|安全|安静|方便|时候|何时|温和|黄金|马上|车主|房东|房主|租户|路过|路人|常住|常客|单身|单亲"
    "|单位|成年|成人|应该|关于|于是|和您|和你|解决|包工|包租|查询|简单|易怒|华人|康复|米饭|边上|左边|古稀|冷得|盛夏|游客|应届|关心"
)
HONOURS = (
    "大爷|大妈|大娘|阿姨|奶奶|爷爷|叔叔|伯伯|大伯|婆婆|先生|女士|小姐|太太|师傅|老师|医生|大夫|护士|主任|书记|经理|大哥"
    "|大姐|大嫂|姐|哥|叔|姨|婶|嫂|伯"
)
# After those of whom a neighbour speaks: so often no name, though it begins with a surname.
_NO_NAMES_THERE = (
    "高[兴烧度层空低压]|马[桶路达]|何[况必]|方向|白[天色血内发糖]|周[末围边一二三四五六日天]|夏[天日]|黄[色疸昏]|石[头板]|万一|严重"
    "|钱[被包没丢不都]|毛[病巾衣孩]|龙头|付[钱款费不]|雷[声雨]|许[多久]|曾经|任[何务]|陆续|向[来我社上下外楼]|汤药|段时"
    "|胡[同说乱]|林[木地]|熊孩|钟[头点表]|顾不|戴[着了]|莫名|谢谢|孙[子女]|张[贴口嘴]|陈旧|余下|范围|叶子|杜绝|田地|江边|苏[醒打]"
)
_KIN = re.compile(
    r"(?:[妈爸爹娘爷奶姐哥弟妹嫂叔伯姨姑舅伴]|(?:外|老|公)公|(?:外|老|婆)婆|邻居|隔壁|对门|楼[上下]|同[学事]|朋友|丈夫|妻子|儿子|女儿"
    r"|孙[子女]|媳妇|女婿|保姆|房东|租客|(?:单元|[楼栋幢座层室户号])的)(?:家的?|的|是|叫|[:： ])?"
    rf"(?P<hide>(?!{_NO_NAMES}|{_NO_NAMES_THERE})[{_COMMON}](?!{HONOURS}){_GIVEN})"
)
_SURE_DOUBLE = "欧阳|司马|上官|诸葛|皇甫|尉迟|慕容|令狐|司徒|夏侯|端木|宇文|轩辕"
_DOUBLED = re.compile(rf"(?P<hide>(?:{_SURE_DOUBLE}){_GIVEN})")
_TOLD = re.compile(
    rf"(?:我叫|名叫|有个叫|叫做|姓名|名字|联系人|收件人|户主|[他她爸妈爷奶公婆姐哥弟妹伴]叫)(?:是|叫|为|[:：\s]){{0,3}}"
    rf"(?P<hide>(?!{_NO_NAMES}|车){SURNAME}{_GIVEN})"
)
_CALLED = re.compile(rf"我叫(?P<hide>(?![不了车人他她你过来救物师外醒]){_HAN}[\u3400-\u9fff·]{{1,5}})(?!{_HAN})")
_AM = re.compile(
    rf"(?:我是|这里是|本人)(?:叫|[:：\s]){{0,2}}(?P<hide>(?!{_NO_NAMES}){SURNAME}{_GIVEN})(?=$|[^\u3400-\u9fff]|[{_ENDS}])"
)
_ADDRESSED = re.compile(rf"叫我(?P<hide>[小老大]?{SURNAME}{_HAN}?)(?!{_HAN})")
_SURNAMED = re.compile(rf"(?:免贵|本人|老人|[我他她])姓(?P<hide>{SURNAME})")
_HONOURED = re.compile(rf"(?<![主责信放对地双一十百千])(?P<hide>[{_COMMON}])(?=(?:{HONOURS}))")
_ENGLISH = re.compile(
    r"(?i:my name is|my name's|(?:^|\b)name ?[:：]|i am|i'm|this is|call me)\s{1,3}"
    r"(?P<hide>[A-Z][A-Za-z'-]{1,30}(?:[ ][A-Z][A-Za-z'-]{0,30}){0,3})"
)
_ENGLISH_SMALL = re.compile(r"(?i:my name is|my name's)\s{1,3}(?P<hide>[A-Za-z][A-Za-z'-]{1,30})")
_ENGLISH_KIN = re.compile(
    r"\b(?i:neighbou?r|mother|mum|mom|father|dad|wife|husband|son|daughter|brother|sister|friend|aunt|uncle|grandma|grandpa"
    r"|grandmother|grandfather|colleague|landlord|tenant|called|named|mr|mrs|ms|miss|dr)[.,]?\s{1,3}"
    r"(?:(?i:is|was|called|named)\s{1,3}){0,2}(?P<hide>[A-Z][A-Za-z'-]{1,30}(?:[ ][A-Z][A-Za-z'-]{0,30}){0,3})"
)
_WHOLE = (_TOLD, _CALLED, _ADDRESSED, _AM, _KIN, _DOUBLED, _ENGLISH, _ENGLISH_SMALL, _ENGLISH_KIN)


def name_spans(text: str) -> Iterator[tuple[int, int]]:
    """Where names stand: those that are told, and every repetition of them; surnames before 大爷, 阿姨 and the like."""
    told: set[str] = set()
    for pattern in _WHOLE:
        for match in pattern.finditer(text):
            name = match.group("hide")
            told |= {name, name[:2]} if re.match(_HAN, name) else {name}  # the last may be no part of it
            yield match.span("hide")
    for pattern in (_SURNAMED, _HONOURED):
        yield from (match.span("hide") for match in pattern.finditer(text))
    for name in told:
        if len(name) > 1:
            yield from (match.span() for match in re.finditer(re.escape(name), text))
