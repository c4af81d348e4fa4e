"""Agreeing: after a yes the visit gets its last moment and whoever goes, and they hear at once what to mind.

The limits are those of domain.md §6, from the moment of the yes. To somebody in hospital a call goes first.
"""

from datetime import date, datetime, time, timedelta

from handlers import cards
from handlers.message import Lane, Message, Text, choice
from handlers.occasions import going, naming, station
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


def arrange(speaker: Speaker, occasion: Occasion, actor_id: int | None, *, call: bool) -> tuple[Pair, datetime]:
    """Plans the visit, or only a call, and tells whoever goes; where nobody can, the secretary is asked to name one.

    Returns who goes, and the last moment (UTC).
    """
    due = speaker.now + WITHIN[occasion.kind]
    day = last_day(speaker, due)
    pair = going.who_goes(speaker, occasion.person_id, occasion.place_id, None if call else occasion.kind, day)
    if call or occasion.kind == occasions.HOSPITAL:
        soon = min(first_day(speaker), day)
        until = due if call else min(due, steps.end_of(speaker.community, soon))
        _plan(speaker, occasion, soon, until, Pair(pair.visitor_id), actor_id, call=True)
    if not call:
        _plan(speaker, occasion, day, due, pair, actor_id, call=False)
    tell(speaker, occasion)
    if pair.visitor_id is None or _too_few(occasion, pair, call):
        naming.ask(speaker, occasion)
    return pair, due


def tell(speaker: Speaker, occasion: Occasion, only: int | None = None) -> None:
    """Tells those who go (with `only`, this one of them): to whom, until when, with whom, and what to mind."""
    ids = occasions.planned_visits(speaker.tx, occasion.id)
    planned = [found for each in ids if (found := visits.read(speaker.tx, each)) is not None]
    main = next((each for each in planned if not each.as_call), next(iter(planned), None))
    if main is None:
        return
    who = [each for each in (main.visitor_id, main.second_id) if each is not None]
    for each in who:
        if only in (None, each):
            other = next((one for one in who if one != each), None)
            speaker.tell(each, _message(speaker, occasion, main, other))
            reveals.add(speaker.tx, occasion.person_id, each, None, "name and phone", speaker.now)


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


def _message(speaker: Speaker, occasion: Occasion, visit: Visit, other: int | None) -> Message:
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
        choices=(choice(f"visit.show:{visit.id}", "care-open-visit"),),
        key=f"care-go:{occasion.id}",
        lane=Lane.REMINDERS,
        sensitive=True,
    )


def _too_few(occasion: Occasion, pair: Pair, call: bool) -> bool:
    return not call and occasion.kind in going.TWO_GO and pair.second_id is None
