"""For whom somebody asks: 帮我妈, 邻居张大爷, for my mother; oneself where nobody else is named."""

import re
from dataclasses import dataclass
from typing import Literal, TypeAlias

from handlers.understanding.names import HONOURS, SURNAME
from handlers.understanding.normal import fold

Whom: TypeAlias = Literal["self", "family", "neighbour"]
WHOMS: tuple[Whom, ...] = ("self", "family", "neighbour")

_ELDERS = (
    "妈妈|爸爸|母亲|父亲|老妈|老爸|奶奶|爷爷|外公|外婆|姥姥|姥爷|公公|婆婆|岳母|岳父|丈母娘|老丈人|老公|老婆|爱人|老伴|丈夫|妻子"
    "|哥哥|姐姐|弟弟|妹妹|叔叔|舅舅|姑姑|姨妈|亲戚|家老人|爸妈|父母|老人|妈|爸|哥|姐|弟|妹|姨|叔"
)
_FAMILY = re.compile(
    rf"(?:我|咱|俺)(?:们)?(?:家|的)?(?:{_ELDERS})"
    r"|\bmy (?:own )?(?:old |elderly )?(?:mother|mom|mum|father|dad|grand(?:mother|father|ma|pa)|parents|wife|husband"
    r"|brother|sister|aunt|uncle|mother-in-law|father-in-law)\b"
)
_CHILD = re.compile(r"孩子|小孩|儿子|女儿|孙子|孙女|娃|宝宝|\bmy (?:son|daughter|child|kids?|children|baby)\b")
_NEIGHBOUR = re.compile(
    r"邻居|隔壁|对门|(?:楼上|楼下|同楼|本楼|我们楼)(?:的|那?位|住的)?(?=[一-龥]{0,4}(?:大爷|大妈|奶奶|爷爷|阿姨|叔叔|老人))"
    r"|\b(?:my|our|a|the|an old|an elderly) (?:old |elderly )?neighbou?r\b"
)
_NAMED = re.compile(
    rf"(?:邻居|隔壁|对门|楼上|楼下)(?:的|家|那?位)?(?:[一-龥]{{0,2}}的)?"
    rf"(?P<name>[老小]?{SURNAME}(?:{HONOURS})|[老小]{SURNAME}(?![一-龥]))"
    r"|\bneighbou?r,? (?P<english>(?:mr|mrs|ms|miss|aunt|uncle)\.? [a-z]{2,20})"
)
_FOR = re.compile(r"(?:帮|替|给|为|代)(?:一下|忙)?$|(?:\bfor|\bhelp) $")
_SELF = re.compile(r"我|本人|咱|俺|\b(?:i|i'm|me|my|mine|we|our)\b")


@dataclass(frozen=True, slots=True)
class ForWhom:
    """For whom words ask. `clear`: they say so (帮我妈), not only name somebody. `name`: as the words call them."""

    whom: Whom
    clear: bool = False
    name: str = ""


def for_whom(text: str) -> ForWhom | None:
    """For whom a text asks; None where it tells nothing. A child is asked for as oneself: its parents answer for it."""
    folded = fold(text)
    for whom, pattern in (("neighbour", _NEIGHBOUR), ("family", _FAMILY)):
        found = pattern.search(folded)
        if found is not None:
            clear = _FOR.search(folded[: found.start()]) is not None
            kind: Whom = "neighbour" if whom == "neighbour" else "family"
            return ForWhom(kind, clear, _name(folded) if kind == "neighbour" else "")
    return ForWhom("self") if _SELF.search(folded) or _CHILD.search(folded) else None


def _name(folded: str) -> str:
    found = _NAMED.search(folded)
    if found is None:
        return ""
    return found["name"] or str(found["english"]).title()
