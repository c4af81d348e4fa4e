"""emergency.yaml: first lines, danger words, and phrases in which they are harmless."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping
from typing import get_args

from handlers.packs.model import (
    CallCase,
    DangerWords,
    Emergency,
    EmergencyGuide,
    Handler,
    Innocent,
    InnocentLevel,
    Item,
    Sign,
)
from handlers.packs.section import Section

_LEVELS: tuple[InnocentLevel, ...] = get_args(InnocentLevel)
_SHORT_NUMBER = re.compile(r"[0-9]{3,6}")


def read_emergency(file: Section, items: Iterable[Item], handlers: Mapping[str, Handler]) -> Emergency:
    """What to do and say in emergencies; every emergency item needs a guide and words."""
    file.version(1)
    codes = [item.code for item in items if item.urgency == "emergency"]
    guides = tuple(_guide(section, code, handlers) for code, section in _table(file, "guides", codes))
    words = tuple(_words(section, code) for code, section in _table(file, "words", codes))
    innocents = tuple(_innocent(section) for section in file.sections("innocent"))
    emergency = Emergency(
        hurry=file.pattern("hurry"),
        unsilenced=file.one_of("unsilenced", codes, "emergency"),
        first=file.many_of("first", codes, "emergency", optional=True),
        guides=guides,
        words=words,
        innocents=innocents,
        signs=_signs(file),
        alarming=file.texts("alarming", optional=True),
        harmless=file.texts("harmless", optional=True),
    )
    file.close()
    return emergency


def _table(file: Section, name: str, codes: Collection[str]) -> list[tuple[str, Section]]:
    table = file.section(name)
    for code in codes:
        if not table.has(code):
            table.fault(f"{name}: the emergency {code} is missing")
    for code in table.names():
        if code not in codes:
            table.fault(f"{name}: there is no emergency {code}", code)
    return [(code, table.section(code)) for code in table.names()]


def _guide(section: Section, code: str, handlers: Mapping[str, Handler]) -> EmergencyGuide:
    steps = section.sections("steps")
    if len(steps) > 2:
        section.fault("steps: at most two", "steps")
    pairs = [(step.text("zh"), step.text("en")) for step in steps]
    avoid = section.section("not")
    section.text("source", "")
    guide = EmergencyGuide(
        code=code,
        call=_call(section, handlers),
        cases=tuple(_case(case, handlers) for case in section.sections("when", optional=True)),
        steps=tuple(zh for zh, _ in pairs),
        steps_en=tuple(en for _, en in pairs),
        avoid=avoid.text("zh"),
        avoid_en=avoid.text("en"),
        helpers_only=avoid.flag("helpers_only"),
    )
    for part in (section, avoid, *steps):
        part.close()
    return guide


def _case(section: Section, handlers: Mapping[str, Handler]) -> CallCase:
    case = CallCase(words=_folded(section.texts("words")), call=_call(section, handlers))
    section.close()
    return case


def _call(section: Section, handlers: Mapping[str, Handler]) -> tuple[str, ...]:
    """Numbers and handlers; one at least must be callable, or an emergency would have no number."""
    call = section.texts("call")
    for entry in call:
        if not _SHORT_NUMBER.fullmatch(entry) and entry not in handlers:
            section.fault(f"call: {entry} is neither a number nor a handler", "call")
    if call and not any(_SHORT_NUMBER.fullmatch(entry) for entry in call):
        section.fault("call: one number that is dialled as it is must be among them", "call")
    return call


def _words(section: Section, code: str) -> DangerWords:
    strong = [word for key in ("zh", "en", "typo") for word in section.texts(key, optional=True)]
    words = DangerWords(code, _folded(strong), _folded(section.texts("weak", optional=True)))
    for word in words.strong:
        if len(word) < 2:
            section.fault(f"{word} is too short to alarm alone")
        elif word in words.weak:
            section.fault(f"{word} is both strong and weak")
    section.close()
    return words


def _signs(file: Section) -> tuple[Sign, ...]:
    if not file.has("signs"):
        return ()
    table = file.section("signs")
    return tuple(Sign(name, _folded(table.texts(name))) for name in table.names())


def _folded(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(unicodedata.normalize("NFKC", word).lower() for word in words))


def _innocent(section: Section) -> Innocent:
    level = section.one_of("do", _LEVELS, "level")
    rule = Innocent(
        level=next((known for known in _LEVELS if known == level), "ask"),
        kind=section.text("kind"),
        pattern=section.pattern("pattern"),
        unless=section.pattern("unless", "") or None,
        message=section.one_of("scope", ("message", "span"), "scope", "span") == "message",
        weak=section.one_of("guards", ("weak", "strong"), "guard", "strong") == "weak",
        example=section.text("example"),
    )
    section.close()
    return rule
