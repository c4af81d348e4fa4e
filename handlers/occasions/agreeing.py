"""Agreeing: after a yes the visit gets its last moment and whoever goes, and they hear at once what to mind.

The limits are those of domain.md §6, from the moment of the yes. To somebody in hospital a call goes first.
"""

from collections.abc import Collection
from datetime import date, datetime, time, timedelta

from handlers import cards
from handlers.message import Choice, Lane, Message, Text, choice
from handlers.occasions import going, naming, station, violence
from handlers.occasions.going import Pair
from handlers.turn import Speaker
from handlers.visits import arranging, steps
from storage import occasions, people, reveals, visits
from storage.occasions import Occasion
from storage.visits import Visit

WITHIN = {
    occasions.BEREAVEMENT: timedelta(hours=24),
    occasions.HOSPITAL: timedelta(hours=48),
    occasions.CONFLICT: timedelta(hours=48),
    occasions.HARDSHIP: timedelta(hours=72),
}
MORNING = timedelta(hours=10)  # what must be done before ten is done the day before
CALLS_UNTIL = time(17)  # here: later in the day a call is for tomorrow
WHAT_TO_MIND = {
    occasions.BEREAVEMENT: "care-mind-bereavement",
    occasions.HOSPITAL: "care-mind-hospital",
    occasions.CONFLICT: "care-mind-conflict",
    occasions.HARDSHIP: "care-mind-hardship",
}


def arrange(
    speaker: Speaker, occasion: Occasion, actor_id: int | None, *, call: bool, called: bool = False
) -> tuple[int | None, datetime]:
    """Plans the visit, or only a call, and tells whoever goes; where nobody can, the secretary is asked to name one.

    `called`: they were called before, no call goes first. Returns who goes, and the last moment (UTC).
    After violence at home nobody is sent to a conflict: staff settle it.
    """
    due = speaker.now + WITHIN[occasion.kind]
    if violence.forbids(speaker, occasion):
        violence.leave_to_staff(speaker, occasion, due)
        return None, due
    day = last_day(speaker, due)
    pair = going.who_goes(speaker, occasion.person_id, occasion.place_id, None if call else occasion.kind, day)
    if call or (occasion.kind == occasions.HOSPITAL and not called):
        soon = min(first_day(speaker), day)
        until = due if call else min(due, steps.end_of(speaker.community, soon))
        _plan(speaker, occasion, soon, until, Pair(pair.visitor_id), actor_id, call=True)
    if not call:
        _plan(speaker, occasion, day, due, pair, actor_id, call=False)
    complete(speaker, occasion)
    return next(iter(naming.goers(speaker, occasion)), None), due


def complete(speaker: Speaker, occasion: Occasion, knew: Collection[int | None] = ()) -> None:
    """Whoever is missing for a visit is asked for; those who go hear all about it, but for those who `knew`."""
    naming.ask(speaker, occasion)
    for each in naming.goers(speaker, occasion):
        if each not in knew:
            tell(speaker, occasion, each)


def refill(speaker: Speaker, occasion_id: int, knew: Collection[int | None], actor_id: int | None) -> None:
    """Some who were to go are not there any more: others go, found as at the yes, so that nobody goes alone to a death
    or a conflict. The visits are locked; `knew`: who has heard of it before."""
    occasion = occasions.read(speaker.tx, occasion_id)
    if occasion is None:
        return
    for number in occasions.planned_visits(speaker.tx, occasion_id):
        visit = visits.read(speaker.tx, number)
        if visit is not None:
            _seat(speaker, occasion, visit, actor_id)
    complete(speaker, occasion, knew)


def tell(speaker: Speaker, occasion: Occasion, who: int) -> None:
    """Tells one of those who go: to whom, until when, with whom, and what to mind."""
    ids = occasions.planned_visits(speaker.tx, occasion.id)
    planned = [found for each in ids if (found := visits.read(speaker.tx, each)) is not None]
    main = next((each for each in planned if not each.as_call), next(iter(planned), None))
    if main is None:
        return
    other = next((each for each in (main.visitor_id, main.second_id) if each not in (None, who)), None)
    speaker.tell(who, _message(speaker, occasion, main, other, _ways(planned, who)))
    reveals.add(speaker.tx, occasion.person_id, who, None, "name and phone", speaker.now)


def last_day(speaker: Speaker, due: datetime) -> date:
    """The day here on which something is done that is due at a moment (UTC)."""
    today = speaker.now.astimezone(speaker.community.zone).date()
    return max(today, (due.astimezone(speaker.community.zone) - MORNING).date())


def first_day(speaker: Speaker) -> date:
    """The day here on which somebody can still be called."""
    here = speaker.now.astimezone(speaker.community.zone)
    return here.date() + timedelta(days=0 if here.time() < CALLS_UNTIL else 1)


def _plan(
    speaker: Speaker, occasion: Occasion, day: date, due: datetime, pair: Pair, actor_id: int | None, *, call: bool
) -> None:
    arranging.arrange(
        speaker,
        person_id=occasion.person_id,
        place_id=occasion.place_id,
        kind=visits.OCCASION,
        day=day,
        due=due,
        visitor_id=pair.visitor_id,
        second_id=pair.second_id,
        as_call=call,
        occasion_id=occasion.id,
        actor_id=actor_id,
    )


def _seat(speaker: Speaker, occasion: Occasion, visit: Visit, actor_id: int | None) -> None:
    """Who goes to a planned visit still, and who in the place of those who do not."""
    before = (visit.visitor_id, visit.second_id)
    staying = [each for each in before if going.may_go(speaker, each, visit)]
    kind = None if visit.as_call else occasion.kind
    pair = going.who_goes(speaker, visit.person_id, visit.place_id, kind, visit.day)
    found = [each for each in dict.fromkeys((*staying, pair.visitor_id, pair.second_id)) if each is not None]
    first, second = [*found, None, None][:2]
    after = (first, None if visit.as_call else second)
    if after != before:
        visits.set_who(speaker.tx, visit.id, *after)
        visits.add_move(speaker.tx, visit.id, "assign", actor_id, speaker.now)


def _ways(planned: list[Visit], who: int) -> tuple[Choice, ...]:
    """The way to the call that goes first, where there is one for this visitor, and to the visit."""
    ways = {
        each.id: "care-open-call" if each.as_call and len(planned) > 1 else "care-open-visit"
        for each in planned
        if who in (each.visitor_id, each.second_id)
    }
    return tuple(choice(f"visit.show:{number}", label) for number, label in ways.items())


def _message(
    speaker: Speaker, occasion: Occasion, visit: Visit, other: int | None, ways: tuple[Choice, ...]
) -> Message:
    person = people.read(speaker.tx, occasion.person_id)
    values = {
        "name": station.name(speaker, person.id),
        "where": cards.area(speaker, person.place_id),
        "until": visit.due,
    }
    key = "care-go-call" if visit.as_call else "care-go"
    with_whom = Text("care-go-with", {"name": station.name(speaker, other)}) if other is not None else None
    phone = Text("care-go-phone", {"phone": person.phone}) if person.phone is not None else None
    mind = Text("care-mind-call" if visit.as_call else WHAT_TO_MIND[occasion.kind])
    return Message(
        text=cards.joined([Text(key, values), phone, with_whom, mind]),
        choices=ways,
        key=f"care-go:{occasion.id}",
        lane=Lane.REMINDERS,
        sensitive=True,
        lasting=len(ways) > 1,
    )
