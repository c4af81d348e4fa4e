"""Naming: where nobody is known who could go, or a second one is missing, the secretary names somebody by a tap."""

from collections.abc import Iterable
from dataclasses import replace

from handlers import cards, permissions, staff
from handlers.errors import Refused
from handlers.message import Choice, Lane, Message, Text, choice, named_choice
from handlers.occasions import going, station
from handlers.turn import Speaker, Turn
from storage import occasions, people, visits
from storage.occasions import Occasion
from storage.visits import Visit

MOST_NAMED = 18


def ask(speaker: Speaker, occasion: Occasion) -> None:
    """Asks the secretary who goes, as far as somebody is missing. Where the station has none, the liaisons with the
    fewest visits go: whoever calls tells them. Where nobody can, the coordinators hear it, too."""
    secretaries = staff.of_place(speaker, occasion.place_id, ("secretary",))
    if not secretaries:
        _put_whoever_can(speaker, occasion)
    main = _main(_planned(speaker, occasion))
    if main is None or not _misses(occasion, main):
        return
    found = _able(speaker, occasion, main)
    message = _question(speaker, occasion, main, found) if found else _nobody_can(main)
    for each in secretaries:
        speaker.tell(each, message)
    if not found:
        coordinators = staff.of_place(speaker, occasion.place_id, ("coordinator",))
        for each in coordinators:  # they hear that it is urgent, not of whom
            if each not in secretaries:
                speaker.tell(each, replace(message, choices=()))


def named(turn: Turn) -> tuple[Occasion, int]:
    """Somebody was named for a visit: they go from now on. Returns the occasion, and who. Refused to whoever may not
    assign here, and where it is settled by now."""
    first, _, second = turn.argument.partition("/")
    occasion = occasions.read(turn.tx, _number(first))
    if occasion is None:
        raise Refused("choice-unknown")
    permissions.require(turn, "assign visits", path=station.path(turn, occasion.place_id))
    ids = occasions.planned_visits(turn.tx, occasion.id)
    planned = [each for one in ids if (each := visits.lock(turn.tx, one)) is not None]
    main, who = _main(planned), _number(second)
    if main is None or not _misses(occasion, main):
        raise Refused("care-named-before")
    if who not in _able(turn, occasion, main):
        raise Refused("care-cannot-go")
    put(turn, planned, main, who, turn.person.id)
    turn.edit(_key(occasion), Message(text=Text("care-named", {"name": station.name(turn, who)})))
    return occasion, who


def goers(speaker: Speaker, occasion: Occasion) -> list[int]:
    """Who goes, and who comes along, as far as they are known."""
    main = _main(_planned(speaker, occasion))
    return [] if main is None else [each for each in (main.visitor_id, main.second_id) if each is not None]


def put(speaker: Speaker, planned: Iterable[Visit], main: Visit, who: int, actor_id: int | None) -> None:
    """Somebody goes: as the visitor where there is none, else along."""
    for each in planned:
        if main.visitor_id is None:
            visits.set_who(speaker.tx, each.id, who, each.second_id)
        elif each.id == main.id:
            visits.set_who(speaker.tx, each.id, each.visitor_id, who)
        visits.add_move(speaker.tx, each.id, "assign", actor_id, speaker.now)


def _put_whoever_can(speaker: Speaker, occasion: Occasion) -> None:
    """Those with the fewest visits go, until nobody is missing, or nobody is left."""
    planned = _planned(speaker, occasion)
    main = _main(planned)
    while main is not None and _misses(occasion, main) and (found := _able(speaker, occasion, main)):
        put(speaker, planned, main, found[0], None)
        planned = _planned(speaker, occasion)
        main = _main(planned)


def _nobody_can(main: Visit) -> Message:
    text = Text("care-nobody-can" if main.visitor_id is None else "care-nobody-along")
    return Message(text=text, choices=(choice(f"visit.show:{main.id}", "care-open-visit"),), lane=Lane.REMINDERS)


def _question(speaker: Speaker, occasion: Occasion, main: Visit, found: list[int]) -> Message:
    person = people.read(speaker.tx, occasion.person_id)
    values = {
        "name": station.name(speaker, person.id),
        "where": cards.area(speaker, person.place_id),
        "until": main.due,
    }
    key = "care-who-goes" if main.visitor_id is None else "care-who-goes-along"
    ways: list[Choice] = [
        named_choice(f"care.name:{occasion.id}/{each}", station.name(speaker, each)) for each in found[:MOST_NAMED]
    ]
    return Message(text=Text(key, values), choices=tuple(ways), key=_key(occasion), lane=Lane.REMINDERS, sensitive=True)


def _able(speaker: Speaker, occasion: Occasion, main: Visit) -> list[int]:
    but = (occasion.person_id, *(each for each in (main.visitor_id, main.second_id) if each is not None))
    return going.companions(speaker, occasion.place_id, main.day, but)


def _misses(occasion: Occasion, main: Visit) -> bool:
    second = occasion.kind in going.TWO_GO and not main.as_call and main.second_id is None
    return main.visitor_id is None or second


def _planned(speaker: Speaker, occasion: Occasion) -> list[Visit]:
    ids = occasions.planned_visits(speaker.tx, occasion.id)
    return [each for one in ids if (each := visits.read(speaker.tx, one)) is not None]


def _main(planned: list[Visit]) -> Visit | None:
    """The visit itself; the call where there is only that."""
    return next((each for each in planned if not each.as_call), next(iter(planned), None))


def _number(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= 18):
        raise Refused("choice-unknown")
    return int(text)


def _key(occasion: Occasion) -> str:
    return f"care-who:{occasion.id}"
