"""A station's people as a table, with the columns that a list has when it comes in: what went out changes nothing."""

from collections.abc import Iterator

from handlers import texts
from handlers.packs import birthdays
from handlers.packs.tables import Table, Value
from handlers.rosters.roster_known import SLICE
from handlers.rosters.roster_words import COLUMNS, FORMULA, GROUPS, WISHES
from handlers.turn import Speaker
from storage import cards, people, places
from storage.cards import Card
from storage.phones import Phone
from storage.places import Place

ZH, EN = "zh-CN", "en"


def titles(language: str) -> list[Value]:
    """The names of the columns."""
    return [names[0 if language == ZH else 1] for names in COLUMNS.values()]


def explained(language: str) -> Table:
    """What belongs into each column: the second sheet of an empty list."""
    table: Table = [[texts.word("roster-explain-column", language), texts.word("roster-explain-what", language)]]
    for name, title in zip(COLUMNS, titles(language), strict=True):
        table.append([title, texts.word(f"roster-explain-{name}", language)])
    return table


def slice_of(speaker: Speaker, place: Place, after: int, language: str) -> list[tuple[Card, list[Value]]]:
    """The next people of a station, each with their line; an empty list where there are no more."""
    return [
        (card, _line(speaker, place, card, language)) for card in cards.of_place(speaker.tx, place.id, SLICE, after)
    ]


def for_csv(table: Table) -> Iterator[list[str]]:
    """Lines whose cells no spreadsheet program takes for a formula."""
    for line in table:
        yield [f"'{cell}" if str(cell).startswith(FORMULA) else str(cell) for cell in line]


def _line(speaker: Speaker, place: Place, card: Card, language: str) -> list[Value]:
    person, about = people.read(speaker.tx, card.person_id), card.about
    estate, home = _home(speaker, place, person.place_id)
    at = 0 if language == ZH else 1
    said = {
        "number": card.number,
        "name": person.name,
        "phone": _phone(person.phone),
        "estate": estate,
        "home": home,
        "door": person.door,
        "member": _yes(about.member, language),
        "groups": "、".join(GROUPS[each][at] for each in about.groups),
        "birthday": birthdays.written(about.birthday) if about.birthday else "",
        "liaison": _name(speaker, card.liaison_id),
        "deputy": _name(speaker, card.deputy_id),
        "wish": WISHES[card.wish][at] if card.wish else "",
    }
    return [said[column] for column in COLUMNS]


def _home(speaker: Speaker, place: Place, home_id: int | None) -> tuple[str, str]:
    """Estate and building, where they lie within the station."""
    if home_id is None:
        return "", ""
    line = places.line(speaker.tx, places.read(speaker.tx, home_id))
    if place.id not in [each.id for each in line]:
        return "", ""
    names = {each.kind: each.name for each in line}
    return names.get("estate", ""), names.get("building", "")


def _phone(phone: Phone | None) -> str:
    return "" if phone is None else phone.e164.removeprefix("+86")


def _yes(member: bool, language: str) -> str:
    return texts.word("roster-yes" if member else "roster-no-member", language)


def _name(speaker: Speaker, person_id: int | None) -> str:
    return "" if person_id is None else people.read(speaker.tx, person_id).name
