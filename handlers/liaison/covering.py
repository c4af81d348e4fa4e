"""Covering: while a liaison is away somebody else looks after their people; the secretary hears it in time."""

from datetime import datetime

from handlers.liaison import caring
from handlers.message import Lane, Message, Text, choice
from handlers.occasions import agreeing
from handlers.turn import Turn
from storage import cards, visit_overviews, visits

MOST = 1000


def replace(turn: Turn, until: datetime) -> None:
    """Nobody stands in for who is away until then (UTC): what was agreed is made by others, and never by one alone
    where two are to go."""
    last = until.astimezone(turn.community.zone).date()
    found = visit_overviews.planned_for(turn.tx, [turn.person.id], None, last, MOST)
    agreed: dict[int, list[int | None]] = {}
    for each in sorted(found, key=lambda visit: visit.id):
        visit = visits.lock(turn.tx, each.id)
        if visit is not None and visit.occasion_id is not None:
            agreed.setdefault(visit.occasion_id, []).extend((visit.visitor_id, visit.second_id))
    for occasion_id, knew in agreed.items():
        agreeing.refill(turn, occasion_id, knew, turn.person.id)


def tell(turn: Turn, cover_id: int | None, until: datetime) -> None:
    """The secretary of each station hears that the person is away until then (UTC), and who stands in; `cover_id`
    (None: nobody) sees the people. Nothing where the person looks after nobody."""
    found = cards.of_liaison(turn.tx, turn.person.id, MOST)
    values = {"name": turn.person.name, "until": until, "cover": caring.named(turn, cover_id)}
    key = "away-news-alone" if cover_id is None else "away-news-covered"
    for place_id in dict.fromkeys(card.place_id for card in found):
        n = sum(card.place_id == place_id for card in found)
        ways = (choice(f"liaison.of:{place_id}/{turn.person.id}", "let-see"),)
        message = Message(text=Text(key, {**values, "n": n}), choices=ways, lane=Lane.REMINDERS)
        caring.tell_secretary(turn, place_id, message, but=cover_id)
    if found and cover_id is not None:
        ways = (choice("liaison.others", "hand-see-people"),)
        text = Text("away-people-yours", {"name": turn.person.name, "n": len(found)})
        turn.tell(cover_id, Message(text=text, choices=ways, lane=Lane.REMINDERS))
