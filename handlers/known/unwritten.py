"""Unwritten: what a station does not write down about people (domain.md §6), seen by its obvious words.

Diagnoses, details of quarrels, opinions about a person, what they think or believe, numbers of papers and cards.
Violence is not to be written down but to be reported at once (反家庭暴力法 §14, 未成年人保护法 §11). The check is a
soft one: it knows obvious words only, and whoever writes can say it otherwise.
"""

import re

from handlers.understanding.normal import fold

# What holds such a word and means something else.
_HARMLESS = re.compile(
    r"(?:肿瘤|精神病|精神卫生|肝病|肺科|胸科)(?:专科)?(?:医院|中心|所|科)|体检|动手(?:术|做|能力)|打架子鼓"
    r"|思想(?:品德|政治)|思政|政治(?:老师|课|教师)|宗教(?:局|事务)|诊断(?:仪|设备)"
    r"|stroke(?:s|d)? of|(?:cancer|tumou?r) (?:hospital|cent(?:er|re))|hearing aids?|visual aids?|first aid"
)
_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "violence",
        re.compile(
            r"家暴|打老婆|打妻子|打老公|打孩子|打小孩|打老人|打他妈|打她妈|虐待|被打|挨打|施暴|性侵|猥亵|强奸"
            r"|domestic violence|\bbeats? (?:his|her|the|him|them)\b|\babus(?:e[ds]?|ing|ive)\b|\bmolest"
        ),
    ),
    (
        "diagnosis",
        re.compile(
            r"癌|肿瘤|白血病|糖尿病|高血[压糖脂]|冠心病|心脏病|心梗|心肌梗|脑梗|脑溢血|脑出血|中风|尿毒症|肾衰|肝炎|乙肝"
            r"|肺炎|肺结核|结核病|艾滋|梅毒|\bhiv\b|抑郁|焦虑症|躁郁|精神病|精神分裂|神经病|痴呆|阿尔茨海默|帕金森|癫痫"
            r"|确诊|诊断|病历|化疗|放疗|透析|晚期"
            r"|\bcancer|\btumou?r|\bleuk[a]?emia|\bdiabet|\bhypertension|\bdepress(?:ion|ed)|\bdementia|\balzheimer"
            r"|\bparkinson|\bepilep|\bstroke\b|\baids\b|\bhepatitis|\bschizophren|\bbipolar|\bdiagnos|\bchemo|\bdialysis"
        ),
    ),
    (
        "quarrel",
        re.compile(
            r"吵架|吵嘴|吵起来|大吵|吵了|骂(?!名)|动手|打架|打起来|翻脸|闹离婚|出轨|外遇|小三(?!轮)|第三者|婚外|婆媳不和"
            r"|断绝关系|争(?:遗产|房产|财产)"
            r"|\bquarrel|\bargu(?:ed|es|ing|ment)|\b(?:having|had) an affair|\bcheat(?:s|ed|ing)\b|\bfights? with"
        ),
    ),
    (
        "opinion",
        re.compile(
            r"脾气|难缠|不讲理|不讲道理|小气|抠门|自私|懒|素质|觉悟|人品|矫情|(?:爱|好)占(?:小)?便宜|贪小|邋遢|古怪|刁[蛮民]"
            r"|啰嗦|无理取闹|爱抱怨|不配合|装可怜|活该|不争气|没出息|不知好歹|不像话|倔"
            r"|\blazy|\brude\b|\bstubborn|\bselfish|\bstingy|\bungrateful|\bannoying|\bbad[- ]tempered|\bunreasonable"
            r"|difficult (?:person|woman|man|character)"
        ),
    ),
    (
        "thinking",
        re.compile(
            r"思想|政治|立场|信仰|信教|信佛|信基督|信主|宗教|对(?:党|政府|社区|组织|国家)(?:有意见|不满|有怨)|牢骚|上访"
            r"|\breligio|\bpolitic|\bbelie(?:fs?|ves?) in\b|\bideolog"
        ),
    ),
    (
        "number",
        re.compile(
            r"(?<![0-9])[0-9]{17}[0-9x](?![0-9])|(?<![0-9])[0-9]{16,19}(?![0-9])|密码|银行卡号|\bpassword|\bpin code"
        ),
    ),
)


def kind(words: str) -> str | None:
    """What of it is not written down: violence, diagnosis, quarrel, opinion, thinking, number; None for nothing."""
    folded = _HARMLESS.sub(" ", fold(words))
    return next((name for name, pattern in _KINDS if pattern.search(folded)), None)


def hint(words: str) -> str | None:
    """The key of a kind word on how to say it otherwise; None where nothing speaks against these words."""
    found = kind(words)
    return None if found is None else f"unwritten-{found}"
