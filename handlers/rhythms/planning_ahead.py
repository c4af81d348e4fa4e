"""Planning ahead: what rhythms ask for in three weeks gets day and visitor, a slice at a time; nobody is told."""

from datetime import UTC, date, datetime, time, timedelta

from handlers.rhythms import birthdays, planning, rhythm, rules
from handlers.rhythms.placing import Plan
from handlers.rhythms.planning import DAY
from handlers.routing import Job
from handlers.turn import Speaker
from handlers.visits import day_words
from storage import cards, rhythms, visits
from storage.cards import Card
from storage.rhythms import Rhythm
from storage.transaction import Transaction
from storage.visit_plans import Other

AHEAD = timedelta(days=21)  # so early visits are planned: the first reminder comes three days before
SLICE = 25  # cards in one transaction
AROUND_BIRTHDAY = 5  # days before and after it on which it is still kept
TOO_LATE = 7 * DAY  # after a birthday nobody congratulates any more
NOT_IN_USE = 180 * DAY  # a rhythm that stood still for longer goes on as if it began: not everybody is visited at once


def plan_visits(speaker: Speaker) -> bool:
    """Plans a slice of what falls due in the next three weeks; whether there may be more."""
    until = day_words.today(speaker.community, speaker.now) + AHEAD
    found = rhythms.due(speaker.tx, until, SLICE)
    locked = [card for card_id in found if (card := cards.lock(speaker.tx, card_id)) is not None]
    if not locked:
        return False
    plan = Plan(speaker)
    for card in locked:
        plan_card(plan, card, until)
    return True


def plan_card(plan: Plan, card: Card, until: date) -> None:
    """Plans what the rhythms of a card ask for until a day. The card is locked."""
    tx = plan.speaker.tx
    for kind, each in rhythms.of_card(tx, card.id).items():
        if each.state != rhythms.ACTIVE or each.next_on is None or each.next_on > until:
            continue
        if card.state != cards.OPEN or card.wish == cards.NONE:
            rhythms.end(tx, card.id, kind, rhythm.UNWISHED if card.state == cards.OPEN else "closed")
        elif kind == rhythms.ROUTINE:
            _routine(plan, card, each, each.next_on)
        else:
            _birthday(plan, card, each, each.next_on)


def _routine(plan: Plan, card: Card, routine: Rhythm, due: date) -> None:
    """A visit for a day of the rule, unless another one serves it. What fell due during a standstill is one visit."""
    rule = routine.rule or rules.of_groups(card.about.groups)
    upcoming = rules.following(rule, routine.starts_on, max(due, plan.today))
    if due < plan.today - NOT_IN_USE:
        rhythms.set_planned(plan.speaker.tx, routine, upcoming, more=0)
        return
    wished = max(due, plan.days.first)
    others = plan.others(card.person_id, due, wished + planning.FURTHEST * DAY)
    made = [each.day for each in others if each.counts]
    served = any(planning.serves(day, wished) or planning.serves(day, due) for day in made)
    if served or planning.is_crowded(plan.days, wished, made):
        # Not `upcoming`: a visit of long ago serves this day of the rule, and not those that came after it.
        rhythms.set_planned(plan.speaker.tx, routine, rules.following(rule, routine.starts_on, due), more=0)
        return
    if rhythms.set_planned(plan.speaker.tx, routine, upcoming, more=1):
        every_second = routine.calls == rhythms.HALF_CALLS and routine.planned % 2 == 1
        as_call = routine.calls == rhythms.ALL_CALLS or every_second
        _put(plan, card, visits.ROUTINE, wished, made, as_call)


def _birthday(plan: Plan, card: Card, known: Rhythm, due: date) -> None:
    """A visit on a birthday or near it; a visit that is planned around then becomes one with a birthday."""
    birthday = card.about.birthday
    if birthday is None:
        rhythms.end(plan.speaker.tx, card.id, rhythms.BIRTHDAY, rhythm.NO_DATE)
        return
    upcoming = birthdays.coming(birthday, max(due, plan.today))
    if not rhythms.set_planned(plan.speaker.tx, known, upcoming, more=1) or due < plan.today - TOO_LATE:
        return
    wished = max(due, plan.days.first)
    others = plan.others(card.person_id, due, wished + planning.FURTHEST * DAY)
    if _joined(plan, [each for each in others if each.counts and planning.serves(each.day, due)]):
        return
    made = [each.day for each in others if each.counts]
    _put(plan, card, visits.BIRTHDAY, wished, made, known.calls == rhythms.ALL_CALLS)


def _joined(plan: Plan, near: list[Other]) -> bool:
    """Whether a birthday falls together with a visit: it is noted there, where that is still to come."""
    to_come = [each for each in near if each.state == visits.PLANNED]
    if to_come:
        visits.set_with_birthday(plan.speaker.tx, to_come[0].id)
    return bool(near)


def _put(plan: Plan, card: Card, kind: str, wished: date, made: list[date], as_call: bool) -> None:
    visitor, days = plan.visitor(card, wished + planning.LATE * DAY)
    if kind == visits.BIRTHDAY and _on_birthday(plan, card, wished, made, as_call):
        return
    home = plan.home(card)
    day = planning.near(days, plan.load(visitor), home, wished, made)
    if day is None:  # nobody has room within a year: the secretary sees it among what has no visitor
        visitor, day = None, planning.near(plan.days, None, None, wished, made) or plan.days.first
    plan.put(card, kind, day, visitor, home, as_call=as_call)


def _on_birthday(plan: Plan, card: Card, wished: date, made: list[date], as_call: bool) -> bool:
    """Whether a visit found room on the day itself or close to it: with the liaison, or else with the deputy."""
    close = planning.span(wished - AROUND_BIRTHDAY * DAY, wished + AROUND_BIRTHDAY * DAY)
    close.sort(key=lambda each: (abs((each - wished).days), each))
    for visitor, days in plan.visitors(card):
        day = next((each for each in close if planning.fits(days, plan.load(visitor), each, made)), None)
        if day is not None:
            plan.put(card, visits.BIRTHDAY, day, visitor, plan.home(card), as_call=as_call)
            return True
    return False


def _next_due(tx: Transaction) -> datetime | None:
    """When the next day of a rhythm comes near, by the clock of those far in the east: rather early than late."""
    day = rhythms.first_due(tx)
    return None if day is None else datetime.combine(day - AHEAD - DAY, time(12), UTC)


JOBS = (Job("plan visits", timedelta(minutes=10), plan_visits, next_due=_next_due),)
