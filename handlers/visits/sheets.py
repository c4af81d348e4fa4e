"""Sheets: a month's visits on paper, made by a worker. It holds names and doors, so it goes to its visitor alone, as
sensitive, and everybody who stands on it can see that it was made."""

import json
from dataclasses import dataclass
from datetime import date, timedelta

from handlers import cards
from handlers.errors import Refused
from handlers.message import Message, Span, Text, choice
from handlers.routing import Route
from handlers.turn import Speaker, Turn
from handlers.visits import agenda, day_words
from storage import addresses, people, reveals, roles, tasks
from storage.visits import Visit

DRAW = "month sheet"  # the task, and what the log of readings calls it


@dataclass(frozen=True, slots=True)
class Row:
    """One visit on the sheet. `where` holds the door, too."""

    person_id: int
    day: Span
    name: str
    where: str
    as_call: bool
    late: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """A visitor's month: its first day, whose it is, and the visits in the order of their days."""

    month: date
    visitor: str
    rows: tuple[Row, ...]


def ask(turn: Turn) -> None:
    """Which month: this one or the next."""
    _visitor(turn)
    this = day_words.today(turn.community, turn.now).replace(day=1)
    after = agenda.month_of(this)[1] + timedelta(days=1)
    ways = [choice(f"sheet.of:{each:%Y%m}", "sheet-month", month=str(each.month)) for each in (this, after)]
    turn.send(Message(text=Text("sheet-which"), choices=(*ways, choice("visits.more", "visits-back")), lasting=True))


def order(turn: Turn) -> None:
    """Has the sheet drawn; it comes as soon as it is there."""
    _visitor(turn)
    _month(turn.argument)
    payload = {"person": turn.person.id, "address": turn.address.id, "month": turn.argument}
    tasks.add(turn.tx, DRAW, json.dumps(payload), turn.now)
    turn.say_privately(Message(text=Text("sheet-soon")))


def collect(speaker: Speaker, person_id: int, month: str) -> Sheet | None:
    """What stands on the sheet of a month (202612); None for somebody who visits nobody any more."""
    first, last = agenda.month_of(_month(month))
    if not agenda.visits_people(roles.of_person(speaker.tx, person_id)):
        return None
    here = day_words.today(speaker.community, speaker.now)
    begin = None if first <= here <= last else first  # what is late is on the paper of this month
    found = agenda.between(speaker, person_id, begin, last)
    rows = tuple(_row(speaker, visit, here) for visit in found)
    return Sheet(first, people.read(speaker.tx, person_id).name, rows)


def hand_over(speaker: Speaker, person_id: int, address_id: int, sheet: Sheet, digest: str) -> None:
    """Sends the sheet to its visitor, and logs for everybody on it that their name and door were read."""
    address = addresses.read(speaker.tx, address_id)
    if address.person_id != person_id:
        return
    for subject in dict.fromkeys(row.person_id for row in sheet.rows):
        reveals.add(speaker.tx, subject, person_id, None, DRAW, speaker.now)
    text = Text("sheet-ready", {"month": str(sheet.month.month), "n": len(sheet.rows)})
    speaker.put(address, Message(text=text, media=(digest,), sensitive=True))


def tell_empty(speaker: Speaker, address_id: int, sheet: Sheet) -> None:
    """Nothing is planned in that month."""
    text = Text("sheet-empty", {"month": str(sheet.month.month)})
    speaker.put(addresses.read(speaker.tx, address_id), Message(text=text))


def tell_failure(speaker: Speaker, address_id: int) -> None:
    """It could not be drawn."""
    speaker.put(addresses.read(speaker.tx, address_id), Message(text=Text("drawing-failed")))


def _row(speaker: Speaker, visit: Visit, here: date) -> Row:
    person = people.read(speaker.tx, visit.person_id)
    where = cards.full_address(speaker, person.place_id, person.door)
    day = day_words.said(speaker.community, visit.day)
    return Row(person.id, day, person.name, where, visit.as_call, visit.day < here)


def _month(text: str) -> date:
    """The first day of a month out of a button. Refused where the button was forged."""
    if not (text.isascii() and text.isdigit() and len(text) == 6):
        raise Refused("choice-unknown")
    year, month = int(text[:4]), int(text[4:])
    if not (2020 <= year <= 2100 and 1 <= month <= 12):
        raise Refused("choice-unknown")
    return date(year, month, 1)


def _visitor(turn: Turn) -> None:
    if not agenda.visits_people(turn.roles):
        raise Refused("not-allowed")


ROUTES = (
    Route("press", "sheet.ask", ask),
    Route("press", "sheet.of", order),
)
