"""Where a pack that is to be loaded and what was written in chat speak of the same thing. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from handlers.learning import facilities_edited
from handlers.learning.knowledge import laid_over
from handlers.packs.model import Facility, FaqEntry
from storage.answers import Edited
from storage.facility_changes import FacilityEdited


@dataclass(frozen=True, slots=True)
class Overlap:
    """An answer or a facility that chat changed, and that the new pack says otherwise, or no longer has (`gone`)."""

    code: str
    question: str
    fields: tuple[str, ...]
    changed_by: int | None
    changed_at: datetime | None
    gone: bool


@dataclass(frozen=True, slots=True)
class Overlaps:
    """`conflicts` need somebody's decision; `absorbed` are the codes of which the new pack says just what chat says."""

    conflicts: tuple[Overlap, ...]
    absorbed: tuple[str, ...]


def overlaps(old: Iterable[FaqEntry], new: Iterable[FaqEntry], edits: Iterable[Edited]) -> Overlaps:
    """Compares the questions that are loaded, those to be loaded, and what was written in chat."""
    before = {entry.code: entry for entry in old}
    after = {entry.code: entry for entry in new}
    conflicts, absorbed = [], []
    for edited in edits:
        if not (edited.made or edited.retired or edited.fields):
            continue  # only its owner was told that it is old
        was, now = before.get(edited.code), after.get(edited.code)
        gone = was is not None and now is None and bool(edited.fields) and not edited.made
        fields = _fields(was, now, edited)
        if fields or gone:
            conflicts.append(_overlap(edited, was or now, fields, gone=gone))
        elif laid_over(now, edited) == now:
            absorbed.append(edited.code)
    return Overlaps(tuple(conflicts), tuple(absorbed))


def of_facilities(old: Iterable[Facility], new: Iterable[Facility], edits: Iterable[FacilityEdited]) -> Overlaps:
    """The same of facilities; `question` is the name."""
    before, after = ({each.code: each for each in some} for some in (old, new))
    conflicts, absorbed = [], []
    for edited in edits:
        was, now = before.get(edited.code), after.get(edited.code)
        shown = now or was
        name = shown.name if shown else ""
        fields = _facility_fields(was, now, edited) if now else ()
        if fields or (was is not None and now is None):
            by, at = edited.changed_by, edited.changed_at
            conflicts.append(Overlap(edited.code, name, fields, by, at, gone=now is None))
        elif now is not None and facilities_edited.laid_over(now, edited) == now:
            absorbed.append(edited.code)
    return Overlaps(tuple(conflicts), tuple(absorbed))


def _facility_fields(was: Facility | None, now: Facility, edited: FacilityEdited) -> tuple[str, ...]:
    said = facilities_edited.laid_over(now, edited)
    differing = (field for field in edited.fields if getattr(said, field) != getattr(now, field))
    return tuple(field for field in differing if was is None or getattr(was, field) != getattr(now, field))


def _fields(was: FaqEntry | None, now: FaqEntry | None, edited: Edited) -> tuple[str, ...]:
    """The fields that chat changed and the new pack changes too, in another way."""
    if now is None:
        return ()
    if edited.retired:
        return ("retired",) if was != now else ()
    said = laid_over(now, edited)
    return tuple(
        field
        for field in edited.fields
        if getattr(said, field) != getattr(now, field) and (was is None or getattr(was, field) != getattr(now, field))
    )


def _overlap(edited: Edited, entry: FaqEntry | None, fields: tuple[str, ...], *, gone: bool) -> Overlap:
    question = entry.question if entry else str(edited.fields.get("question", ""))
    return Overlap(edited.code, question, fields, edited.changed_by, edited.changed_at, gone)
