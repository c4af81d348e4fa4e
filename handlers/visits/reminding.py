"""Reminding: the job that says what falls due about visits and promises, each step once, in one message a person.

In quiet hours nothing is said, and nothing is claimed: what is told afterwards is the newest state.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

from handlers.occasions import going
from handlers.routing import Job
from handlers.turn import Speaker
from handlers.visits import day_words, digests, lateness, steps, visitors
from storage import cards, promises, roles, visits_due
from storage.promises import Promise
from storage.transaction import Transaction
from storage.visits import Visit
from storage.visits_due import Next

EVERY = timedelta(seconds=20)
SLICE = 60  # visits: about 50 ms with all that is said about them
MOST_OF_ONE = 200  # visits of one visitor or one station that are due at once


def remind(speaker: Speaker) -> bool:
    """A slice of what is due; True where there may be more."""
    if speaker.community.quiet_until(speaker.now) is not None:
        return False
    claimed, more = take(speaker, SLICE)
    reached = {each.id: _reached(speaker, each) for each in claimed}
    told = _tell_visitors(speaker, [each for each in claimed if steps.VISITOR in reached[each.id]])
    late = [each for each in claimed if steps.SECRETARY in reached[each.id]]
    for place_id in _places(late):
        lateness.tell_secretary(speaker, place_id, [each for each in late if each.place_id == place_id])
    lateness.tell_street(speaker, _places(each for each in claimed if steps.STREET in reached[each.id]))
    # Promises come after the last slice of visits: a visitor who has both hears of them in one message.
    return more or _promises(speaker, told)


def take(speaker: Speaker, limit: int) -> tuple[list[Visit], bool]:
    """Claims so many visits that are due, with what else of the same people is; each as it was, waiting for its next
    step now. And whether there may be more."""
    claimed = visits_due.claim(speaker.tx, speaker.now, limit)
    _advance(speaker, claimed)
    more = len(claimed) == limit
    rest = _rest(speaker, claimed) if more else []
    return claimed + rest, more


def _rest(speaker: Speaker, claimed: list[Visit]) -> list[Visit]:
    """What else is due of the visitors and the stations where the slice was cut off."""
    tx, now, found = speaker.tx, speaker.now, list[Visit]()
    until = day_words.today(speaker.community, now) - timedelta(days=lateness.SECRETARY_DAYS)
    for place_id in _places(each for each in claimed if each.step in ("secretary", "street")):
        found += _advance(speaker, visits_due.claim_of_place(tx, place_id, until, now, MOST_OF_ONE))
    for visitor_id in _split(speaker, claimed):
        found += _advance(speaker, visits_due.claim_of_visitor(tx, visitor_id, now, MOST_OF_ONE))
    return found


def _split(speaker: Speaker, claimed: list[Visit]) -> list[int]:
    """Of which visitors more may be due: of one moment they come one after the other, so it is the last of them; after
    a standstill several moments are due, and it may be each."""
    moments = {steps.at(speaker.community, each.day, steps.NAMED[each.step]) for each in claimed if each.step}
    visiting = {each.visitor_id for each in claimed if each.visitor_id is not None}
    return sorted(visiting) if len(moments) > 1 else sorted(visiting)[-1:]


def _reached(speaker: Speaker, visit: Visit) -> set[str]:
    """To whom something about a visit is due: the visitor, the secretary, the street."""
    return {step.to for step in steps.due(speaker.community, visit.day, visit.step, speaker.now)}


def _advance(speaker: Speaker, claimed: list[Visit]) -> list[Visit]:
    """The same visits. Each visit waits for its next step: of steps that passed in a standstill none is made up for."""
    for day in sorted({each.day for each in claimed}):
        found = steps.coming(speaker.community, day, speaker.now)
        following = Next(None, None) if found is None else Next(found[0].name, found[1])
        visits_due.set_next(speaker.tx, [each.id for each in claimed if each.day == day], following)
    return claimed


def _tell_visitors(speaker: Speaker, due: list[Visit]) -> set[int]:
    """One message for each who is to hear of a visitor's visits; returns who was told of their own."""
    groups: dict[tuple[int, int | None], list[Visit]] = {}
    for visit in due:
        at_station = ((each, None) for each in visitors.of_station(speaker, visit.place_id))
        for told in visitors.hearers(speaker, visit) or at_station:
            groups.setdefault(told, []).append(visit)
    for (hearer_id, visitor_id), found in groups.items():
        digests.tell(speaker, hearer_id, visitor_id, found)
    return {hearer_id for hearer_id, visitor_id in groups if visitor_id == hearer_id}


def _promises(speaker: Speaker, told: set[int]) -> bool:
    """Owners are reminded of what is to be kept today, every morning until it is; True where there may be more."""
    due = promises.due(speaker.tx, speaker.now, SLICE)
    again = day_words.morning(speaker.community, day_words.today(speaker.community, speaker.now) + timedelta(days=1))
    reminded = [each for each in due if promises.remind_next(speaker.tx, each, again)]
    for owner_id in dict.fromkeys(_keeper(speaker, each) for each in reminded):
        if owner_id not in told:
            digests.tell(speaker, owner_id, owner_id, ())
    return len(due) == SLICE


def _keeper(speaker: Speaker, promise: Promise) -> int:
    """Whose promise it is; of somebody who visits nobody any more, the person's liaison keeps it from now on."""
    if any(held.role in going.GOERS for held in roles.of_person(speaker.tx, promise.owner_id)):
        return promise.owner_id
    card = cards.of_person(speaker.tx, promise.person_id)
    heir = None if card is None else card.liaison_id or card.deputy_id
    if heir is None:
        return promise.owner_id
    promises.hand_over(speaker.tx, promise.person_id, promise.owner_id, heir)
    return heir


def _places(found: Iterable[Visit]) -> list[int]:
    return sorted({each.place_id for each in found})


def _next_due(tx: Transaction) -> datetime | None:
    both = (visits_due.next_due(tx), promises.next_due(tx))
    return min((each for each in both if each is not None), default=None)


JOBS = (Job("remind of visits", EVERY, remind, next_due=_next_due),)
