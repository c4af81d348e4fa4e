"""Lateness: after three days the station's secretary hears which visits are late, after seven the street how many."""

from collections.abc import Sequence
from datetime import timedelta

from handlers import cards as request_cards
from handlers import staff
from handlers.message import Choice, Lane, Message, Named, Text, choice
from handlers.turn import Speaker
from handlers.visits import day_words, digests, visit_card, visitors
from storage import people, places, roles, visits_due
from storage.places import Place
from storage.visits import Visit

SECRETARY_DAYS, STREET_DAYS = 3, 7  # steps.LADDER
SHOWN = 10
ABOVE_COMMUNITIES = ("street", "district")


def tell_secretary(speaker: Speaker, place_id: int, late: Sequence[Visit]) -> None:
    """One message a station: which visits are late by three days now, and how many there are with earlier ones."""
    until = day_words.today(speaker.community, speaker.now) - timedelta(days=SECRETARY_DAYS)
    total = visits_due.count_late(speaker.tx, place_id, until)
    found = sorted(late, key=lambda each: (each.day, each.id))
    lines = [Text("visits-late", {"n": len(found), "days": SECRETARY_DAYS})]
    lines += [_line(speaker, each) for each in found[:SHOWN]]
    if len(found) > SHOWN:
        lines.append(Text("visit-digest-more", {"n": len(found) - SHOWN}))
    if total > len(found):
        lines.append(Text("visits-late-total", {"n": total}))
    choices = tuple(_open(speaker, each) for each in found[:SHOWN])
    message = Message(text=request_cards.joined(lines), choices=choices, lane=Lane.REMINDERS, lasting=True)
    for each in visitors.of_station(speaker, place_id):
        speaker.tell(each, message)


def tell_street(speaker: Speaker, place_ids: list[int]) -> None:
    """The coordinators of the street hear how many visits of which station are late by a week: numbers, no names."""
    until = day_words.today(speaker.community, speaker.now) - timedelta(days=STREET_DAYS)
    told: dict[int, list[Text]] = {}
    for place_id in place_ids:
        total = visits_due.count_late(speaker.tx, place_id, until)
        station = places.read(speaker.tx, place_id)
        values = {"station": Named(station.name, station.name_en), "n": total, "days": STREET_DAYS}
        for each in _of_street(speaker, station) if total else ():
            told.setdefault(each, []).append(Text("visits-late-street", values))
    for each, lines in told.items():
        speaker.tell(each, Message(text=request_cards.joined(lines), lane=Lane.REMINDERS))


def _of_street(speaker: Speaker, station: Place) -> list[int]:
    """The coordinators of the street above a station, of the district where the street has none."""
    above = [each for each in reversed(places.line(speaker.tx, station)) if each.kind in ABOVE_COMMUNITIES]
    levels = (staff.present(speaker, roles.holders(speaker.tx, "coordinator", [each.id]), each.id) for each in above)
    return next((found for found in levels if found), [])


def _line(speaker: Speaker, visit: Visit) -> Text:
    visitor = people.read(speaker.tx, visit.visitor_id).name if visit.visitor_id else Text("visit-nobody-goes")
    values = {
        "who": digests.line(speaker, visit),
        "day": day_words.said(speaker.community, visit.day),
        "visitor": visitor or request_cards.NOTHING,
    }
    return Text("visits-late-line", values)


def _open(speaker: Speaker, visit: Visit) -> Choice:
    return choice(f"visit.show:{visit.id}", "visit-open", name=visit_card.name_of(speaker, visit))
