"""What a visit stands for: a day of the rule, a birthday. Where it does not come about, that is planned once more."""

from datetime import date

from handlers.rhythms import birthdays, planning, rules
from storage import rhythms, visit_plans, visits
from storage.cards import Card
from storage.rhythms import Rhythm
from storage.transaction import Transaction
from storage.visits import Visit


def plan_again(tx: Transaction, card: Card, visit: Visit, instead: date | None = None) -> None:
    """A visit is not made on its day, but on another one (`instead`), or not at all. The card is locked."""
    known = rhythms.of_card(tx, card.id)
    routine, kept = known.get(rhythms.ROUTINE), known.get(rhythms.BIRTHDAY)
    due = None if routine is None else _of_rule(tx, routine, visit, instead)
    if routine is not None and due is not None:
        rhythms.reopen(tx, routine.id, due)
    birthday = card.about.birthday
    if kept is None or birthday is None or not (visit.kind == visits.BIRTHDAY or visit.with_birthday):
        return
    day = birthdays.nearest(birthday, visit.day)
    if instead is None or not planning.serves(instead, day):
        rhythms.reopen(tx, kept.id, day)


def _of_rule(tx: Transaction, routine: Rhythm, visit: Visit, instead: date | None) -> date | None:
    """The day of the rule that nothing stands for any more."""
    if visit.kind == visits.ROUTINE:
        return visit.day if instead is None else None
    if routine.rule is None:
        return None
    reach = (planning.APART - 1) * planning.DAY
    due = rules.latest(routine.rule, routine.starts_on, visit.day + reach)
    if due is None:
        return None
    if instead is not None:
        lost = planning.serves(visit.day, due) and not planning.serves(instead, due)
        return due if lost else None
    made = visit_plans.others(tx, visit.person_id, due - reach, visit.day + planning.FURTHEST * planning.DAY)
    return None if any(each.counts for each in made) else due
