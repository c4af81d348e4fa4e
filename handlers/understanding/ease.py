"""What makes it easier for old people: "say it again", "large letters", and how old somebody says they are."""

import re
import unicodedata

from handlers.understanding.numbers import chinese_number

REPEAT = frozenset(
    (
        *("再说一遍", "再说一次", "请再说一遍", "再讲一遍", "再讲一次", "重复", "重复一遍", "再来一遍"),
        *("没听清", "没看清", "我没听清", "我没看清", "没听清楚", "没看清楚", "刚才说什么", "您刚才说什么"),
        *("repeat", "again", "sayagain", "sayitagain", "saythatagain", "repeatplease", "pleaserepeat", "onemoretime"),
        *("whatdidyousay", "comeagain"),
    )
)
LARGE = frozenset(
    (
        *("大字", "大字体", "大字和数字", "要大字", "我要大字", "字大一点", "字太小", "字太小了", "字小看不清"),
        *("放大字体", "老人模式", "长辈模式", "长者模式", "老年模式", "数字模式"),
        *("largeletters", "largetype", "largetext", "biggertext", "biggerletters", "largelettersanddigits"),
        *("textistoosmall", "thetextistoosmall", "eldermode"),
    )
)
MOST_LETTERS = 40
OLDEST = 120

_NUMBER = r"([0-9]{2,3}|[零一二两三四五六七八九十百]{2,5})"
_OWN = re.compile(
    rf"(?:我|俺|本人)(?:今年|都|也|已经|快|有|满|虚岁|周岁|是|\s)*{_NUMBER}\s*"
    r"(?:多|来)?(?:(?:周?岁|了|啦|喽)|(?=$|[\s,.!。，！;；]))"
)
_ANYBODY = re.compile(rf"今年\s*{_NUMBER}\s*(?:多|来)?(?:周?岁|了|啦|喽)|{_NUMBER}\s*(?:多|来)?周?岁")
_OTHERS = re.compile(
    "他|她|妈|爸|爹|娘|爷爷|奶奶|外公|外婆|姥姥|姥爷|母亲|父亲|公公|婆婆|岳父|岳母|老伴|老公|老婆|爱人|丈夫|妻子"
    "|孩子|儿|女|孙|宝宝|哥|姐|弟|妹|叔|伯|姑|姨|舅|婶|邻居|隔壁|楼上|楼下|对门|家里老人|有个|有位|一位|一个(?!人)|朋友|亲戚"
)
_OWN_EN = re.compile(
    r"\bi(?:'m| am)\s+(?:now |already |over |almost |nearly |about )?([0-9]{2,3})\b"
    r"(?:\s+(?:years?|yrs?)\b(?!\s+(?:ago|in|here))|(?=\s*(?:$|[.,!;]|and\b|now\b)))"
)
_ANYBODY_EN = re.compile(r"\b([0-9]{2,3})[ -]years?[ -]old\b")
_OTHERS_EN = re.compile(
    r"\b(?:he|she|his|her|they|their|mother|mum|mom|father|dad|wife|husband|son|daughter|child|kid|neighbou?r|friend"
    r"|aunt|uncle|grandma|grandpa|grandmother|grandfather|sister|brother|building|house|somebody|someone)\b"
)


def wants_repeat(text: str) -> bool:
    """Whether a text says nothing but that it should all be said once more."""
    return _letters(text) in REPEAT


def wants_large(text: str) -> bool:
    """Whether a text says nothing but that the letters should be larger."""
    return _letters(text) in LARGE


def age_told(text: str) -> int | None:
    """How old somebody says they are, in years (1 to 120); None where they say nothing, or speak of somebody else."""
    said = unicodedata.normalize("NFKC", text[:500]).lower().replace("’", "'")
    for own, anybody, others in ((_OWN, _ANYBODY, _OTHERS), (_OWN_EN, _ANYBODY_EN, _OTHERS_EN)):
        found = own.search(said) or (None if others.search(said) else anybody.search(said))
        if found is not None:
            return _years(next(each for each in found.groups() if each))
    return None


def _years(written: str) -> int | None:
    if written.isascii():
        years: int | None = int(written)
    elif "百" in written:
        years = _over_hundred(written)
    else:
        years = chinese_number(written)
    return years if years is not None and 0 < years <= OLDEST else None


def _over_hundred(written: str) -> int | None:
    """一百零二 → 102, 一百一十 → 110, 百岁 → 100."""
    hundred, _, rest = written.partition("百")
    below = chinese_number(rest.strip("零")) if rest.strip("零") else 0
    return 100 + below if hundred in ("", "一") and below is not None else None


def _letters(text: str) -> str:
    if len(text) > MOST_LETTERS:
        return ""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text)).lower()
