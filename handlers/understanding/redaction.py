"""Free words without what would tell who and where: telephone and other numbers, doors, addresses online, names.

What helpers see before one of them has taken a task. All occurrences go, not the first alone; in doubt a little more
is hidden than needed, and whoever takes the task gets what was hidden from the person's own entry.
"""

import re
from collections.abc import Iterable, Iterator

from handlers.understanding.digits import fold_digits, fold_signs
from handlers.understanding.names import name_spans

HIDDEN = "▇▇"
Bounds = tuple[int, int]

_SEP = "[ \\t\u00a0\u2000-\u206f\u3000\ufeff\ufe0f\u20e3\u2212\u30fb\\-_.·,、/\\\\()*~|:;'\"#=]"
_DATE = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?:[-./](?:0?[1-9]|1[0-2])[-./](?:0?[1-9]|[12][0-9]|3[01]))(?![0-9])")
# What looks like a date may be the middle of a longer number, in groups.
_DIGIT_BEFORE = re.compile(rf"[0-9]{_SEP}{{0,3}}$")
_DIGITS_AFTER = re.compile(rf"(?:{_SEP}{{0,3}}[0-9]){{3}}")
_TIME = re.compile(r"(?<![0-9:])(?:[01]?[0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?(?![0-9:])")
_LIKE_DIGITS = re.compile(r"[0-9oli|]{7,}")
_RUN = re.compile(
    rf"[+(]?[0-9](?:{_SEP}{{0,3}}[0-9]){{6,}}+(?:{_SEP}?x(?![a-z]))?(?:[ ,]?(?:转|分机|ext\.?) ?[0-9]{{1,6}})?"
    "[\ufe0f\u20e3]{0,2}"
)
_SOLID = re.compile(r"[0-9]{6,}+")
_SPOKEN = re.compile(
    r"\b(?:(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|double|triple)[ ,.-]{1,3}){6,}+"
    r"(?:zero|oh|one|two|three|four|five|six|seven|eight|nine)?"
)
_MAIL = re.compile(r"(?<![a-z0-9._%+-])[a-z0-9._%+-]++ ?@ ?[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,5}")
_ACCOUNT = re.compile(
    r"(?:微信|薇信|威信|(?<![a-z])(?:wechat|weixin|vx|wx|qq|v(?=信))|v信|扣扣|加v|抖音号?|小红书号?)"
    r"(?: |号|id|是|为|:|=|加|我|请|联系|同){0,8}(?P<hide>[a-z0-9_-]{5,40})"
)

_N = "[0-9十百]"
_ROOM = "(?:号房|房间|号门(?![口前卫])|号|室|房|户|门(?![口前卫诊]))"
_NOT_A_COUNT = "(?![0-9元块角毛人个度米斤克公平天年月日时点分秒次岁台件瓦伏楼层栋幢座弄%℃路条只岁位家]|号楼|号院|号线)"
_DOORS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?P<hide>{_N}{{1,3}} ?单元"
        rf"(?:[ ,、-]{{0,2}}(?:{_N}{{1,3}} ?[楼层][ ,、-]{{0,2}})?{_N}{{2,6}} ?{_ROOM}?{_NOT_A_COUNT})?)",
        r"(?:号楼|号院|栋|幢|座|弄|号|楼|层)[ ,、-]{0,2}"
        rf"(?P<hide>(?:[0-9]{{1,2}} ?[-/] ?)?[0-9]{{3,4}} ?{_ROOM}?){_NOT_A_COUNT}",
        rf"(?<![0-9.:-])[0-9]{{1,3}} ?[-/#] ?(?P<hide>[0-9]{{1,2}} ?[-/#] ?[0-9]{{2,4}}){_NOT_A_COUNT}",
        rf"(?<![0-9.:-])[0-9]{{1,2}} ?[-#] ?(?P<hide>[0-9]{{3,4}} ?{_ROOM}?)(?![-:.]){_NOT_A_COUNT}",
        rf"(?P<hide>{_N}{{2,6}} ?室)",
        r"(?P<hide>[0-9]{3,4} ?(?:号房|号门(?![口前卫])|房间|房|门(?![口前卫诊])|户(?![人家居业])))",
        rf"(?:门牌|房号|房间号|室号|户号)(?:号|是|为|:| ){{0,4}}(?P<hide>[a-z]?[0-9]{{1,5}}[a-z]?){_NOT_A_COUNT}",
        rf"(?:住在?|家在|家是|我家|家里)(?:是|:| ){{0,2}}(?P<hide>[0-9]{{3,4}} ?{_ROOM}?){_NOT_A_COUNT}",
        r"(?:\b(?:room|rm|apt|apartment|flat|unit|door|suite)\b|#)(?:\.|:|no\b|number\b| ){0,4}"
        r"(?P<hide>[a-z]?-?[0-9]{1,4}[a-z]?)(?![0-9])",
        r"(?P<hide>[东西中南北][边面侧]?户)(?!外|口)",
        rf"(?<![0-9路街道巷弄里村])(?P<hide>[0-9]{{3,4}} ?号){_NOT_A_COUNT}(?![线店窗桌柜文公])",
    )
)


def redact(text: str, known: Iterable[str] = ()) -> str:
    """The text with what must not be shown replaced by HIDDEN; buildings, floors, dates and hours stay.

    `known` are words to hide wherever they stand: the person's own name as it is on record. Takes about a second for
    a million characters.
    """
    narrow = fold_signs(text)
    bounds = [*_number_spans(fold_digits(narrow)), *_online_spans(narrow), *name_spans(text)]
    for word in known:
        bounds += _occurrences(text, word.strip())
    return _hide(text, bounds)


def _number_spans(digits: str) -> Iterator[Bounds]:
    for door in _DOORS:
        yield from (match.span("hide") for match in door.finditer(digits))
    calm = _DATE.sub(_crossed_out_alone, _TIME.sub(_crossed_out, digits))
    calm = _LIKE_DIGITS.sub(_as_digits, calm)
    for pattern in (_RUN, _SOLID, _SPOKEN):
        yield from (match.span() for match in pattern.finditer(calm))


def _online_spans(narrow: str) -> Iterator[Bounds]:
    yield from (match.span() for match in _MAIL.finditer(narrow))
    yield from (match.span("hide") for match in _ACCOUNT.finditer(narrow))


def _occurrences(text: str, word: str) -> Iterator[Bounds]:
    if len(word) < 2:
        return
    lower, sought = text.lower(), word.lower()
    if len(lower) != len(text):
        lower, sought = text, word
    at = lower.find(sought)
    while at >= 0:
        yield at, at + len(word)
        at = lower.find(sought, at + 1)


def _crossed_out(match: re.Match[str]) -> str:
    return "?" * len(match.group())


def _crossed_out_alone(match: re.Match[str]) -> str:
    text, (start, end) = match.string, match.span()
    part = _DIGIT_BEFORE.search(text[max(0, start - 4) : start]) or _DIGITS_AFTER.match(text, end)
    return match.group() if part else _crossed_out(match)


def _as_digits(match: re.Match[str]) -> str:
    """13o0013800l is a number, though two of its signs are letters."""
    run = match.group()
    real = sum(char.isdigit() for char in run)
    return run.translate({ord("o"): "0", ord("l"): "1", ord("i"): "1", ord("|"): "1"}) if real >= 5 else run


def _hide(text: str, bounds: Iterable[Bounds]) -> str:
    parts: list[str] = []
    done = 0
    for start, end in sorted(bounds):
        if end <= done:
            continue
        if start > done or not parts:
            parts += [text[done:start], HIDDEN]
        done = end
    return "".join([*parts, text[done:]])
