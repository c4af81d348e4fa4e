"""Facilities in force: those of the pack with what was changed in chat laid over them. Pure."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from handlers.packs import opening
from handlers.packs.model import Facility
from handlers.packs.opening import Hours
from storage.facility_changes import FacilityEdited

ENGLISH = {"hours": "hours_en", "address": "address_en"}


def facilities(of_pack: Iterable[Facility], edits: Iterable[FacilityEdited]) -> tuple[Facility, ...]:
    """The pack's facilities with the edits laid over them; edits of one that the pack has no longer are left out."""
    known = {edited.code: edited for edited in edits}
    return tuple(laid_over(each, known[each.code]) if each.code in known else each for each in of_pack)


def laid_over(facility: Facility, edited: FacilityEdited) -> Facility:
    """A facility as chat says it is. Where chat gives no English words, the Chinese ones stand for them."""
    changed: dict[str, Any] = dict(edited.fields)
    for name, english in ENGLISH.items():
        if changed.get(english) == "":
            changed[english] = changed.get(name, getattr(facility, name))
    if "hours" in changed:
        changed["opening"] = _opening(changed["hours"])
    if "at" in changed:
        changed["at"] = None
    return replace(facility, **changed)


def _opening(hours: str) -> Hours | None:
    """They were read when they were typed; a later version of the program may read them otherwise."""
    try:
        return opening.parse(hours) if hours else None
    except ValueError:
        return None
