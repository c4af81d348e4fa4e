"""catalogue.yaml: tiers, needs, occasions of visits, handlers, series and items."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol, get_args

from handlers.packs.codes import Codes
from handlers.packs.model import Calendar, CareTrigger, Handler, HandlerKind, Item, Need, Series, Shared, Tier, Urgency
from handlers.packs.section import Section

_URGENCIES: tuple[Urgency, ...] = get_args(Urgency)
_HANDLER_KINDS: tuple[HandlerKind, ...] = get_args(HandlerKind)
MOST_HELPERS = 5  # who go together
_CALENDARS: tuple[Calendar, ...] = get_args(Calendar)
_REACHES: tuple[Shared, ...] = get_args(Shared)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What catalogue.yaml holds."""

    tiers: tuple[Tier, ...] = ()
    needs: tuple[Need, ...] = ()
    care_triggers: tuple[CareTrigger, ...] = ()
    handlers: tuple[Handler, ...] = ()
    series: tuple[Series, ...] = ()
    items: tuple[Item, ...] = ()


class _Coded(Protocol):
    @property
    def code(self) -> str: ...


def codes_of(things: Iterable[_Coded]) -> frozenset[str]:
    """The codes of these things."""
    return frozenset(thing.code for thing in things)


def read_catalogue(file: Section, phones: Mapping[str, str]) -> Catalogue:
    """The catalogue; `phones` are the pack's own numbers of handlers, by code."""
    file.version(1)
    tiers = tuple(_tier(entry, key) for key, entry in _table(file, "tiers"))
    needs = tuple(Need(key, entry.text("name"), entry.text("name_en")) for key, entry in _table(file, "needs_fields"))
    triggers = tuple(
        CareTrigger(key, entry.text("name"), entry.text("name_en")) for key, entry in _table(file, "care_triggers")
    )
    handlers = tuple(_handler(entry, key, phones) for key, entry in _table(file, "handlers"))
    series = _series(file)
    known = Catalogue(tiers, needs, triggers, handlers, series)
    taken = Codes("item")
    items = tuple(_item(section, known, taken) for section in file.sections("items"))
    file.close()
    return Catalogue(tiers, needs, triggers, handlers, series, items)


def _table(file: Section, name: str) -> Iterable[tuple[str, Section]]:
    """The entries of a table of mappings; each is closed after it was read."""
    table = file.section(name)
    for key in table.names():
        entry = table.section(key)
        yield key, entry
        entry.close()


def _tier(section: Section, key: str) -> Tier:
    if key not in _URGENCIES:
        section.fault(f"there is no tier {key}")
    return Tier(
        code=_pick(key, _URGENCIES),
        name=section.text("name"),
        name_en=section.text("name_en"),
        respond_within=section.duration("respond_within"),
        resolve_within=section.duration("resolve_within"),
    )


def _pick(text: str, known: tuple[Urgency, ...]) -> Urgency:
    return next((one for one in known if one == text), "normal")


def _handler(section: Section, code: str, phones: Mapping[str, str]) -> Handler:
    kind = section.one_of("kind", _HANDLER_KINDS, "kind of handler")
    return Handler(
        code=code,
        name=section.text("name"),
        name_en=section.text("name_en"),
        kind=next((known for known in _HANDLER_KINDS if known == kind), "desk"),
        phone=phones.get(code) or section.phone_shown("phone", "") or None,
        phone_checked=section.flag("phone_checked"),
    )


def _series(file: Section) -> tuple[Series, ...]:
    taken = Codes("series")
    found: list[Series] = []
    for section in file.sections("series"):
        found.append(Series(taken.take(section, "id"), section.text("name"), section.text("name_en")))
        section.close()
    return tuple(found)


def _item(section: Section, known: Catalogue, taken: Codes) -> Item:
    urgency = _pick(section.one_of("urgency", _URGENCIES, "urgency"), _URGENCIES)
    tier = next((tier for tier in known.tiers if tier.code == urgency), None)
    calendar = section.one_of("calendar", _CALENDARS, "calendar", "wall")
    shared = section.one_of("shared", [reach for reach in _REACHES if reach], "reach of an outage", "")
    item = Item(
        code=taken.take(section),
        name=section.text("name"),
        name_en=section.text("name_en"),
        series=section.one_of("series", codes_of(known.series), "series"),
        keywords=section.texts("keywords"),
        keywords_en=section.texts("keywords_en", optional=True),
        urgency=urgency,
        respond_within=section.duration("respond_within", tier.respond_within if tier else None),
        resolve_within=section.duration("resolve_within", tier.resolve_within if tier else None),
        calendar="working" if calendar == "working" else "wall",
        needs=section.many_of("needs", codes_of(known.needs), "need", optional=True),
        handled_by=section.many_of("handled_by", codes_of(known.handlers), "handler"),
        sensitive=section.flag("sensitive"),
        care_trigger=section.one_of("care_trigger", codes_of(known.care_triggers), "care trigger", "") or None,
        helpers=section.count("helpers", 1, MOST_HELPERS),
        shared=next((reach for reach in _REACHES if reach == shared), ""),
    )
    if item.shared and (item.sensitive or item.urgency == "emergency"):
        section.fault("shared: neither an emergency nor what is sensitive is joined by neighbours", "shared")
    section.close()
    return item
