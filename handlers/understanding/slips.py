"""Slips: who called, where it is, what it is about and which number, out of one message of whoever took the call.

张大爷 5号楼 水管爆了 138…; 来电人：张建国，电话：138…，地址：和顺里5号楼2单元301，事情：停水.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from handlers.understanding.digits import fold_signs
from handlers.understanding.names import HONOURS, SURNAME
from handlers.understanding.phones import phone_spans

LONGEST = 300  # characters: whoever writes more tells a story of their own
_HAN = "[\u3400-\u9fff]"
_N = "(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3})"
_GAP = "[ ,，、-]{0,2}"
_EDGE = " \t\n,，、;；。.!！:：/|()（）"
_BUILDING = (
    rf"(?:{_N}(?:号楼|号院|栋|幢|座)|[0-9]{{1,3}}#)(?:{_GAP}{_N}单元)?(?:{_GAP}{_N}[楼层])?"
    rf"(?:{_GAP}[0-9]{{3,4}}(?![0-9])(?:号房|室|房|号)?)?"
    r"|\bbuilding [0-9]{1,3}(?:,? unit [0-9]{1,2})?(?:,? (?:door |room |flat |apt\.? |no\.? |#)[0-9]{3,4}\b)?"
)
_LABELS = {
    "name": "来电人|来电者|居民|姓名|名字|称呼|联系人|caller|name",
    "phone": "联系电话|电话|手机号?|号码|phone|mobile|tel",
    "where": "地址|地点|住址|位置|address|where|place",
    "words": "事由|事情|内容|问题|情况|诉求|反映|what|problem",
}
_HEADS = "|".join(f"(?P<{what}>{words})" for what, words in _LABELS.items())
_LABEL = re.compile(rf"(?:^|(?<=[\s,，;；。、|]))(?:{_HEADS}) ?[:：]\s*")
_HONOURED = rf"(?:[老小](?={SURNAME}))?{SURNAME}{_HAN}{{0,2}}?(?:{HONOURS})|[老小]{SURNAME}(?!{_HAN})"
_TITLED = r"\b(?:mr|mrs|ms|miss|aunt|uncle|grandma|grandpa)\.? [a-z][a-z'-]{1,20}\b"
# A name stands at the beginning of a part, or right behind what leads to one.
_CALLER = re.compile(rf"(?:^|(?<=[{_EDGE}的])|(?<=来电))(?P<name>{_HONOURED}|{_TITLED})")
_BARE_NAME = re.compile(rf"{SURNAME}{_HAN}{{1,2}}")
# What begins like a name and is a thing, a time or a place.
_NO_NAMES = re.compile(
    "马桶|马路|马上|路灯|路面|路边|路口|龙头|高空|高压|黄水|黄色|金属|白天|白蚁|方便|万一|任何|石头|石板|毛病|付款|任务|夏天"
    "|周[一二三四五六日末]|严重|孔洞|雷雨|毛坯|程序|余热|温度|温水|车位|车库|车棚|房门|房顶|房间|常坏|常常|安全|党员"
    "|单元|成都|边上|平时|于是|关门|包裹|米饭|查水|古树|门|灯|卜|宽带|花坛|井盖|空调|管道|楼|应急|应该|解决|易燃|华|简单|乌黑|白事|喜事|左边|右边|汤|钱|向|和|江|海|何时|时|燃"
)
_SELF = re.compile(r"我(?!们?(?:这边|这里)?(?:接到|登记))|俺|咱|本人|\b(?:i|i'm|my)\b")
_LEADS = re.compile(
    r"^(?:(?:刚才|刚刚|今天|这边)?(?:来电|打电话|打来电话|打过来)(?:话)?|反映|反应|报修|投诉|说是?|称|住在?|家里?|的|是|在|那边"
    r"|says?\b|reports?\b|lives in\b|at\b)+"
)
_TRAILS = re.compile(r"(?:联系)?(?:电话|手机号?|号码|tel|phone|mobile)(?:是|为|:)?$")


@dataclass(frozen=True, slots=True)
class Slip:
    """What a message tells of a caller; empty where it tells nothing of it. `phone` is E.164, `where` as written."""

    name: str = ""
    phone: str = ""
    where: str = ""
    words: str = ""


def read_slip(text: str, areas: Iterable[str] = (), not_of: Iterable[str] = ()) -> Slip | None:
    """The slip that a text is; None where it is none.

    `areas` are the names of estates and the like, in small letters; `not_of` are numbers (E.164) that are no caller's,
    such as the writer's own. A slip tells two of name, number and place, and does not begin with oneself; without a
    number, the name comes first.
    """
    if not text.strip() or len(text) > LONGEST:
        return None
    folded = fold_signs(text)
    labelled = _labelled(folded)
    found = {what: text[start:end].strip(_EDGE) for what, (start, end) in labelled.items()}
    numbers, own = list(phone_spans(text)), set(not_of)
    phones = [span for span in numbers if span[2] not in own]
    where = _where(folded, tuple(areas))
    # A second number stays among the words: it may be a daughter's.
    cut = [span for span in numbers if span[2] in own or span == phones[0]]
    free = [*((start, end) for start, end, _ in cut), *where]
    name_at = None if found.get("name") else _name(folded, free)
    slip = Slip(
        name=found.get("name") or (text[slice(*name_at)] if name_at else ""),
        phone=phones[0][2] if phones else "",
        where=found.get("where") or " ".join(text[start:end].strip(_EDGE) for start, end in where),
        words=found.get("words") or _rest(text, folded, [*free, *([name_at] if name_at else [])], bool(labelled)),
    )
    return slip if _is_slip(slip, folded, name_at, bool(labelled)) else None


def _is_slip(slip: Slip, folded: str, name_at: tuple[int, int] | None, labelled: bool) -> bool:
    told = sum(bool(part) for part in (slip.name, slip.phone, slip.where))
    first = labelled or (name_at is not None and not folded[: name_at[0]].strip(_EDGE))
    own = _SELF.match(folded.strip(_EDGE)) is not None
    return told > 1 and bool(slip.name or slip.words) and not own and (bool(slip.phone) or first)


def _labelled(folded: str) -> dict[str, tuple[int, int]]:
    """Where the parts stand that have their name before them, up to the next one."""
    heads = [(match, str(match.lastgroup)) for match in _LABEL.finditer(folded)]
    starts = [*(match.start() for match, _ in heads), len(folded)]
    return {what: (match.end(), end) for (match, what), end in zip(heads, starts[1:], strict=True)}


def _where(folded: str, areas: tuple[str, ...]) -> list[tuple[int, int]]:
    """The place, as one stretch where area and building stand together."""
    built = re.search(_BUILDING, folded)
    named = [(at, at + len(area)) for area in areas if (at := folded.find(area)) >= 0]
    area_at = max(named, key=lambda span: span[1] - span[0], default=None)
    if built is None:
        return [area_at] if area_at and _stands_alone(folded, area_at) else []
    if area_at and area_at[1] <= built.start() and not folded[area_at[1] : built.start()].strip(_EDGE + "的"):
        return [(area_at[0], built.end())]
    return [built.span(), *([area_at] if area_at and _stands_alone(folded, area_at) else [])]


def _stands_alone(folded: str, span: tuple[int, int]) -> bool:
    before, after = folded[: span[0]][-1:], folded[span[1] :][:1]
    return before in _EDGE and (after in _EDGE or after.isdigit())


def _name(folded: str, taken: list[tuple[int, int]]) -> tuple[int, int] | None:
    """Where the caller's name stands: before 大爷 and the like, or a name that is a part of its own."""
    open_text = _blanked(folded, taken)
    called = _CALLER.search(open_text)
    if called is not None and not _NO_NAMES.match(called["name"]):
        return called.span("name")
    for match in re.finditer(rf"[^{re.escape(_EDGE)}]+", open_text):
        if _BARE_NAME.fullmatch(match.group()) and not _NO_NAMES.match(match.group()):
            return match.span()
    return None


def _blanked(folded: str, taken: list[tuple[int, int]]) -> str:
    """The text with blanks where something was found already; the length stays the same."""
    chars = list(folded)
    for start, end in taken:
        chars[start:end] = " " * (end - start)
    return "".join(chars)


def _rest(text: str, folded: str, taken: list[tuple[int, int]], labelled: bool) -> str:
    """What it is about: all that is neither name nor number nor place."""
    spans = sorted([*taken, *((match.start(), match.end()) for match in _LABEL.finditer(folded) if labelled)])
    parts, at = [], 0
    for start, end in [*spans, (len(text), len(text))]:
        parts.append(_tidy(text[at:start]))
        at = max(at, end)
    return "，".join(part for part in parts if part)


def _tidy(part: str) -> str:
    bare = _TRAILS.sub("", part.strip(_EDGE)).strip(_EDGE)
    return _LEADS.sub("", bare).strip(_EDGE)
