"""A request's history as staff read it: every line of it, who held it, whom it was offered to and why, what comes."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta

from handlers import cards
from handlers.life import clocks, deadlines, ladder, lifecycle
from handlers.message import Named, Text
from handlers.offering import candidates
from handlers.turn import Speaker
from storage import assignments, offers, people, request_events, teams, timers
from storage.catalogue import Item
from storage.offers import Offer
from storage.request_events import Event
from storage.service_requests import ServiceRequest

# The moves of the table, and the lines that are no moves; what else an errand writes is "something happened".
NAMED = frozenset(lifecycle.MOVES) | {
    *("correct", "add", "promise", "arrive", "note", "absorb", "called", "dispute undecided", "alert", "consent"),
    *("rate", "exclude", "include", "late answer", "question", "waiting over", "helper asked", "colleague asked"),
    *("reason", "reclass", "one give back", "one replace", "one hand over", "door code right", "door code wrong"),
    *("stranger", "own answer", "leave"),
}
MOST_OFFERS = 5


def lines(speaker: Speaker, request: ServiceRequest) -> list[Text]:
    """The whole history, the oldest first."""
    return [_line(speaker, event) for event in request_events.of_request(speaker.tx, request.id)]


def limits(request: ServiceRequest) -> list[Text]:
    """By when somebody must be in touch, and by when it must be done."""
    contacted = request.contacted_at
    first = Text("history-contacted" if contacted else "history-contact-by", {"at": contacted or request.respond_by})
    last = Text("history-done", {"at": request.done_at}) if request.done_at else None
    until = Text("history-extended-to" if request.extended else "history-done-by", {"at": request.resolve_by})
    return [first, last or until]


def holders(speaker: Speaker, request: ServiceRequest) -> list[Text]:
    """Who holds it now, since when, and when they promised to come."""
    found = []
    for each in assignments.held(speaker.tx, request.id):
        values: dict[str, object] = {"name": name_of(speaker, each.person_id), "since": each.claimed_at}
        key = "history-holder-due" if each.due_at else "history-holder"
        found.append(Text(key, values | ({"due": each.due_at} if each.due_at else {})))
    return found


def offered(speaker: Speaker, request: ServiceRequest) -> list[Text]:
    """To whom it was offered last, how that ended, and what spoke for them."""
    return [_offer(speaker, each) for each in offers.of_request(speaker.tx, request.id)[-MOST_OFFERS:]]


def coming(speaker: Speaker, request: ServiceRequest, item: Item) -> list[Text]:
    """The rungs of both ladders that are still to come, the next one first."""
    waiting = {each.kind: each.due_at for each in timers.of_request(speaker.tx, request.id) if each.state == "waiting"}
    found = [
        *_rungs(speaker, item, waiting, deadlines.RESPOND, item.respond_within, request.respond_by),
        *_rungs(speaker, item, waiting, deadlines.RESOLVE, item.resolve_within, request.resolve_by),
    ]
    return [Text("history-coming", {"at": at, **_rung_words(*kind.split("."))}) for at, kind in sorted(found)]


def name_of(speaker: Speaker, person_id: int | None) -> str | Text:
    """Who did something: the service itself, where it was nobody."""
    return Text("history-system") if person_id is None else people.read(speaker.tx, person_id).name or cards.NOTHING


def _line(speaker: Speaker, event: Event) -> Text:
    values = {"at": event.at, "who": name_of(speaker, event.actor_id), "what": _what(event)}
    if event.note:
        return Text("history-line-note", {**values, "note": event.note})
    return Text("history-line", values)


def _what(event: Event) -> Text:
    if event.move == ladder.RUNG:
        return Text("history-rung", _rung_words(str(event.data["limit"]), str(event.data["rung"])))
    move = event.move.replace(" ", "-") if event.move in NAMED else "other"
    return Text(f"move-{move}")


def _rung_words(limit: str, rung: str) -> dict[str, object]:
    return {"limit": Text(f"limit-{limit}"), "rung": Text(f"rung-{rung}")}


def _offer(speaker: Speaker, offer: Offer) -> Text:
    team = teams.read(speaker.tx, offer.team_id)
    whom = Named(team.name, team.name_en) if offer.person_id is None else name_of(speaker, offer.person_id)
    values = {"whom": whom, "state": Text(f"offer-state-{offer.state}")}
    why = candidates.spoken(offer.why)
    return Text("history-offer-why", {**values, "why": why}) if why else Text("history-offer", values)


def _rungs(
    speaker: Speaker,
    item: Item,
    waiting: Mapping[str, datetime],
    kinds: tuple[str, ...],
    within: timedelta,
    limit: datetime,
) -> Iterator[tuple[datetime, str]]:
    """The rung that waits, and those above it, with their moments."""
    first = next((place for place, kind in enumerate(kinds) if kind in waiting), len(kinds))
    for place in range(first, len(kinds)):
        share = deadlines.LADDER[place][1]
        later = within * max(0.0, share - 1)
        yield waiting.get(kinds[place]) or clocks.after(speaker.community, item, limit, later), kinds[place]
