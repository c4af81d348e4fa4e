"""places.yaml: the tree of places, made flat."""

from typing import get_args

from handlers.packs.codes import Codes
from handlers.packs.model import Place, PlaceKind
from handlers.packs.section import Section

_KINDS: tuple[PlaceKind, ...] = get_args(PlaceKind)  # from the widest to the narrowest
_DEEPEST = len(_KINDS)


def read_places(file: Section) -> tuple[Place, ...]:
    """All places, parents before children."""
    file.version(1)
    places: list[Place] = []
    codes = Codes("place")
    for section in file.sections("places"):
        _read_tree(section, None, codes, places)
    file.close()
    return tuple(places)


def _read_tree(section: Section, parent: Place | None, codes: Codes, places: list[Place]) -> None:
    kind = _kind(section, parent)
    place = Place(
        code=codes.take(section),
        kind=kind,
        name=section.text("name"),
        name_en=section.text("name_en", ""),
        parent=parent.code if parent else None,
        at=section.point("at"),
    )
    places.append(place)
    children = section.sections("children", optional=True)
    section.close()
    if kind == _KINDS[_DEEPEST - 1] and children:
        section.fault("a building has no places below it", "children")
        return
    for child in children:
        _read_tree(child, place, codes, places)


def _kind(section: Section, parent: Place | None) -> PlaceKind:
    text = section.one_of("kind", _KINDS, "kind of place")
    kind = next((known for known in _KINDS if known == text), _KINDS[_DEEPEST - 1])
    if text in _KINDS and parent and _KINDS.index(kind) <= _KINDS.index(parent.kind):
        section.fault(f"a {kind} does not lie in a {parent.kind}", "kind")
    return kind
