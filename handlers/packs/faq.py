"""faq.yaml: facilities, and questions with their answers."""

from collections.abc import Collection

from handlers.packs.codes import Codes
from handlers.packs.durations import parse_period
from handlers.packs.model import YEAR, Facility, FaqEntry
from handlers.packs.section import Section


def read_faq(
    file: Section, places: Collection[str], items: Collection[str]
) -> tuple[tuple[Facility, ...], tuple[FaqEntry, ...]]:
    """Facilities and questions; `places` and `items` are the codes they may refer to."""
    file.version(1)
    table = file.section("facilities")
    facilities = tuple(_facility(table.section(code), code, places) for code in table.names())
    known = frozenset(facility.code for facility in facilities)
    taken = Codes("question")
    entries = tuple(_entry(section, known, items, taken) for section in file.sections("faq"))
    file.close()
    return facilities, entries


def _facility(section: Section, code: str, places: Collection[str]) -> Facility:
    facility = Facility(
        code=code,
        name=section.text("name"),
        name_en=section.text("name_en"),
        place=section.one_of("place", places, "place", "") or None,
        address=section.text("address"),
        phone=section.phone_shown("phone", ""),
        hours=section.text("hours", ""),
        address_en=section.text("address_en", ""),
        hours_en=section.text("hours_en", ""),
        at=section.point("at"),
        opening=section.opening("hours"),
    )
    section.close()
    return facility


def _entry(section: Section, facilities: Collection[str], items: Collection[str], taken: Codes) -> FaqEntry:
    entry = FaqEntry(
        code=taken.take(section, "id"),
        question=section.text("question"),
        answer=section.text("answer"),
        variants=section.texts("variants", optional=True),
        facility=section.one_of("facility", facilities, "facility", "") or None,
        items=section.many_of("items", items, "item", optional=True),
        question_en=section.text("question_en", ""),
        answer_en=section.text("answer_en", ""),
        variants_en=section.texts("variants_en", optional=True),
        bring=section.text("bring", ""),
        bring_en=section.text("bring_en", ""),
        reviewed=section.day("reviewed"),
        owner=section.text("owner", ""),
        review_every=section.parsed("review_every", parse_period, YEAR, "") or YEAR,
    )
    if bool(entry.question_en) != bool(entry.answer_en):
        section.fault("question_en and answer_en belong together", "question_en" if entry.question_en else "answer_en")
    section.close()
    return entry
