"""Knowledge: the answers in force, those of the pack with what was written in chat laid over them."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from handlers.packs.model import Facility, FaqEntry
from handlers.turn import Speaker
from storage import answers
from storage.answers import Edited


def answer(speaker: Speaker, code: str) -> FaqEntry | None:
    """The answer with this code as it is now; None where there is none, or it is offered no more."""
    of_pack = next((entry for entry in speaker.community.pack.faq if entry.code == code), None)
    edited = answers.read(speaker.tx, code)
    if edited is None:
        return of_pack
    return None if edited.retired else laid_over(of_pack, edited)


def all(speaker: Speaker) -> tuple[FaqEntry, ...]:
    """Every question that is offered, in the pack's order, then those written in chat."""
    edits = answers.all_edited(speaker.tx)
    retired = {edited.code for edited in edits if edited.retired}
    return tuple(entry for entry in entries(speaker.community.pack.faq, edits) if entry.code not in retired)


def retired(speaker: Speaker) -> tuple[FaqEntry, ...]:
    """The questions that are offered no more; they may come back."""
    edits = answers.all_edited(speaker.tx)
    gone = {edited.code for edited in edits if edited.retired}
    return tuple(entry for entry in entries(speaker.community.pack.faq, edits) if entry.code in gone)


def facility(speaker: Speaker, entry: FaqEntry) -> Facility | None:
    """Where an answer sends people."""
    return next((each for each in speaker.community.pack.facilities if each.code == entry.facility), None)


def is_sensitive(speaker: Speaker, label: str) -> bool:
    """Whether a label (`request:<item>`, `faq:<question>`) is something sensitive or an emergency, or leads there."""
    kind, _, code = label.partition(":")
    entry = answer(speaker, code) if kind == "faq" else None
    codes = entry.items if entry else (code,) if kind == "request" else ()
    items = [speaker.item(each) for each in codes]
    return any(item is not None and (item.sensitive or item.urgency == "emergency") for item in items)


def is_old(entry: FaqEntry, today: date) -> bool:
    """Whether the review date of an answer is over."""
    return entry.review_due is not None and entry.review_due <= today


def entries(of_pack: Iterable[FaqEntry], edits: Iterable[Edited]) -> tuple[FaqEntry, ...]:
    """The pack's entries with the edits laid over them, also those that are offered no more: they may come back."""
    known = {entry.code: entry for entry in of_pack}
    found: dict[str, FaqEntry | None] = dict(known)
    for edited in edits:
        found[edited.code] = laid_over(known.get(edited.code), edited)
    return tuple(entry for entry in found.values() if entry is not None)


def laid_over(entry: FaqEntry | None, edited: Edited) -> FaqEntry | None:
    """An entry with what was written in chat; None where the pack has it no longer, and nobody wrote it here."""
    if entry is None and not edited.made:
        return None
    below = entry or FaqEntry(edited.code, "", "", (), None, ())
    changed: dict[str, Any] = dict(edited.fields)
    if "reviewed" in changed:
        changed["reviewed"] = date.fromisoformat(str(changed["reviewed"]))
    if "facility" in changed:
        changed["facility"] = changed["facility"] or None
    return replace(below, **changed)
