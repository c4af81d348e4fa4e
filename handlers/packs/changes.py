"""What a pack would change: by sort of thing, what is added, said otherwise, or gone. Pure."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from handlers.packs.model import Facility, FaqEntry, Handler, Item, Pack, Place, Series, Team

Thing = Item | FaqEntry | Facility | Place | Handler | Series | Team
ABOUT = ("name", "name_en", "language", "timezone", "desk", "consent", "tiers", "needs", "care_triggers", "emergency")


@dataclass(frozen=True, slots=True)
class Changed:
    """One thing that would be said otherwise: its code, its name, and which of its fields."""

    code: str
    name: str
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """Things of one sort: added and gone by code and name. `what` is the word for them."""

    what: str
    added: tuple[tuple[str, str], ...]
    changed: tuple[Changed, ...]
    removed: tuple[tuple[str, str], ...]

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed)


@dataclass(frozen=True, slots=True)
class Changes:
    """All that a pack would change. `about` names what belongs to the pack as a whole, such as the desk.

    Phrases are told by their label (request:<item> or faq:<question>): how many are added, how many gone.
    """

    about: tuple[str, ...]
    differences: tuple[Difference, ...]
    phrases: Mapping[str, tuple[int, int]]

    def __bool__(self) -> bool:
        return bool(self.about or self.phrases or any(self.differences))


def changes(old: Pack, new: Pack) -> Changes:
    """What `new` would change where `old` is loaded. People are not compared: a pack only adds them."""
    return Changes(
        about=tuple(name for name in ABOUT if getattr(old, name) != getattr(new, name)),
        differences=(
            _difference("items", old.items, new.items),
            _difference("questions", old.faq, new.faq),
            _difference("facilities", old.facilities, new.facilities),
            _difference("handlers", old.handlers, new.handlers),
            _difference("series", old.series, new.series),
            _difference("places", old.places, new.places),
            _difference("teams", old.teams, new.teams),
        ),
        phrases=_phrases(old, new),
    )


def _difference(what: str, old: Iterable[Thing], new: Iterable[Thing]) -> Difference:
    before = {thing.code: _bare(thing) for thing in old}
    after = {thing.code: _bare(thing) for thing in new}
    both = [code for code in after if code in before]
    return Difference(
        what,
        added=tuple((code, _name(after[code])) for code in after if code not in before),
        changed=tuple(
            Changed(code, _name(after[code]), _differing(before[code], after[code]))
            for code in both
            if before[code] != after[code]
        ),
        removed=tuple((code, _name(before[code])) for code in before if code not in after),
    )


def _bare(thing: Thing) -> Thing:
    """The thing without its phrases, which are counted by themselves."""
    return replace(thing, phrases=()) if isinstance(thing, Item | FaqEntry) else thing


def _name(thing: Thing) -> str:
    return thing.question if isinstance(thing, FaqEntry) else thing.name


def _differing(before: Any, after: Any) -> tuple[str, ...]:
    names = [field.name for field in fields(after) if field.name != "opening"]  # which is what the hours say
    return tuple(name for name in names if getattr(before, name) != getattr(after, name))


def _phrases(old: Pack, new: Pack) -> dict[str, tuple[int, int]]:
    before, after = _said(old), _said(new)
    found = {}
    for label in dict.fromkeys((*after, *before)):
        was, now = before.get(label, Counter()), after.get(label, Counter())
        if was != now:
            found[label] = ((now - was).total(), (was - now).total())
    return found


def _said(pack: Pack) -> dict[str, Counter[str]]:
    items = {f"request:{item.code}": Counter(item.phrases) for item in pack.items if item.phrases}
    return items | {f"faq:{entry.code}": Counter(entry.phrases) for entry in pack.faq if entry.phrases}
