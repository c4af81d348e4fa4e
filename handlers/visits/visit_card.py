"""The visit card: one visit as its visitor sees it, with what became of it in one tap.

Who is to be visited and in which building stand in the card itself; phone, door, the occasion and what was promised
come beside it, only where a channel is made for such details, and each such reveal is logged.
"""

from handlers import cards as request_cards
from handlers import permissions
from handlers.message import Choice, Message, Span, Text, choice
from handlers.occasions import going
from handlers.routing import Route
from handlers.turn import Speaker, Turn
from handlers.visits import day_words, visit_rights, visitors
from storage import occasions, people, places, promises, reveals, visit_records, visits
from storage.visits import Visit

READ = "visit card"
MOST_PROMISES = 5


def key_of(visit_id: int) -> str:
    """The key of a visit's card."""
    return f"visit:{visit_id}"


def open_one(turn: Turn) -> None:
    """The visit whose id is the argument."""
    show(turn, visit_rights.require(turn, turn.argument_id()).visit)


def show(turn: Turn, visit: Visit) -> None:
    """Shows a visit to somebody who may see it: the details, logged, and the card with what can be done."""
    reveals.add(turn.tx, visit.person_id, turn.person.id, None, READ, turn.now)
    lines = details(turn, visit) if visit.state == visits.PLANNED else recorded(turn, visit)
    turn.say_privately(Message(text=request_cards.joined(lines), sensitive=True))
    card = Message(text=text(turn, visit), choices=ways(turn, visit), key=key_of(visit.id), lasting=True)
    turn.say_privately(card)


def text(speaker: Speaker, visit: Visit) -> Text:
    """A visit in words that may stand in any private chat: who, in which building, when, who goes."""
    goers = [people.read(speaker.tx, each).name for each in _goers(speaker, visit)]
    values = {
        "name": name_of(speaker, visit),
        "home": home_of(speaker, visit),
        "day": day_of(speaker, visit),
        "how": Text("visit-by-call" if visit.as_call else "visit-in-person"),
        "who": goers or Text("visit-nobody-goes"),
    }
    return request_cards.joined(
        [
            Text("visit-card", values),
            Text(f"visit-is-{visit.state}") if visit.state != visits.PLANNED else None,
            Text("visit-missed", {"n": visit.missed}) if visit.missed and visit.state == visits.PLANNED else None,
        ]
    )


def details(speaker: Speaker, visit: Visit) -> list[Text]:
    """What the visitor needs to go there, and what was promised before: for sensitive messages alone."""
    person = people.read(speaker.tx, visit.person_id)
    occasion = None if visit.occasion_id is None else occasions.read(speaker.tx, visit.occasion_id)
    kind = Text(f"visit-occasion-{occasion.kind}") if occasion is not None else Text(f"visit-kind-{visit.kind}")
    values = {
        "name": name_of(speaker, visit),
        "phone": person.phone or request_cards.NOTHING,
        "address": request_cards.full_address(speaker, person.place_id, person.door) or request_cards.NOTHING,
        "kind": kind,
    }
    opened = promises.open_of_person(speaker.tx, visit.person_id, MOST_PROMISES)
    return [
        Text("visit-details", values),
        *([Text("visit-with-birthday")] if visit.with_birthday else []),
        *(
            Text("visit-promised", {"what": each.what, "day": day_words.said(speaker.community, each.day)})
            for each in opened
        ),
    ]


def recorded(speaker: Speaker, visit: Visit) -> list[Text]:
    """What was written down about a visit that is over: for sensitive messages alone."""
    record = visit_records.of_visit(speaker.tx, visit.id)
    promised = promises.of_visit(speaker.tx, visit.id)
    values: dict[str, object] = {"name": name_of(speaker, visit)}
    if record is None:
        return [Text("visit-nothing-recorded", values)]
    values |= {
        "day": day_words.said(speaker.community, record.day),
        "how": Text(f"visit-how-{record.how}"),
        "by": people.read(speaker.tx, record.recorded_by).name or request_cards.NOTHING,
    }
    return [
        Text("visit-recorded", values),
        *([Text("visit-record-needs", {"words": record.needs})] if record.needs else []),
        *([Text("visit-record-words", {"words": record.words})] if record.words else []),
        *(
            Text(f"visit-promise-{each.state}", {"what": each.what, "day": day_words.said(speaker.community, each.day)})
            for each in promised
        ),
    ]


def ways(turn: Turn, visit: Visit) -> tuple[Choice, ...]:
    """What can be done: four taps for a visit to come; for one that is done, what may still be written.

    Whoever answers for the station and does not go there finds nobody away from home, but somebody who goes.
    """
    if visit.state == visits.PLANNED:
        return (
            choice(f"visit.done:{visit.id}", "visit-done"),
            choice(f"visit.later:{visit.id}", "visit-later"),
            choice(f"visit.who:{visit.id}", "visit-who")
            if _sends(turn, visit)
            else choice(f"visit.missed:{visit.id}", "visit-nobody-home"),
            choice(f"visit.refused:{visit.id}", "visit-not-this" if visit.occasion_id else "visit-no-more"),
        )
    if visit.state != visits.DONE:
        return ()
    return (
        choice(f"visit.write:{visit.id}", "visit-write"),
        choice(f"promise.add:{visit.id}", "promise-add"),
        choice(f"worry.raise:{visit.id}", "worry-raise"),
        *after_call(turn, visit),
    )


def after_call(speaker: Speaker, visit: Visit) -> tuple[Choice, ...]:
    """After a call that went first, on one of the four occasions: they want somebody to come after all."""
    occasion = None if visit.occasion_id is None else occasions.read(speaker.tx, visit.occasion_id)
    if occasion is None or occasion.state != occasions.CALL_FIRST or not visit.as_call:
        return ()
    return (choice(f"care.visit:{visit.id}", "care-come-after-all"),)


def name_of(speaker: Speaker, visit: Visit) -> str | Text:
    """What whoever is visited is called."""
    return people.read(speaker.tx, visit.person_id).name or request_cards.NOTHING


def day_of(speaker: Speaker, visit: Visit) -> Span:
    """The day of a visit, as it is said."""
    return day_words.said(speaker.community, visit.day)


def home_of(speaker: Speaker, visit: Visit) -> object:
    """Estate and building, or the station where no home is known. Never the door."""
    return request_cards.area(speaker, people.read(speaker.tx, visit.person_id).place_id or visit.place_id)


def _goers(speaker: Speaker, visit: Visit) -> list[int]:
    """Who is named for it; for one to come, who goes there indeed, or hears of it in their place."""
    named = [each for each in (visit.visitor_id, visit.second_id) if each is not None]
    if visit.state != visits.PLANNED:
        return named
    there = [each for each in named if going.may_go(speaker, each, visit)]
    return there or [each for each in (visitors.hears(speaker, visit),) if each is not None]


def _sends(turn: Turn, visit: Visit) -> bool:
    path = places.read(turn.tx, visit.place_id).path
    return not visit_rights.goes(turn, visit) and permissions.may(turn.roles, "assign visits", path=path)


ROUTES = (Route("press", "visit.show", open_one),)
