"""Rhythm: somebody with a card is visited from time to time, until they or their liaison do not want it any more.

Whoever calls has locked the card. Nothing here tells anybody, and no visit is planned here: that is the rounds' work.
"""

from datetime import date, timedelta

from handlers.rhythms import birthdays, placing, planning, rules
from handlers.turn import Speaker
from handlers.visits import day_words
from storage import cards, people, places, rhythms, visit_plans, visits, waves
from storage.cards import Birthday, Card
from storage.rhythms import Rhythm
from storage.transaction import Transaction
from storage.visits import Visit

KINDS = (visits.ROUTINE, visits.FESTIVAL, visits.BIRTHDAY)  # what a rhythm plans; occasions have their own yes
NO_DATE = "no date"  # a birthday that is not known any more
UNWISHED = "unwished"  # ended since they wish no visits: a new wish begins it again


def begin(speaker: Speaker, card: Card) -> None:
    """Routine visits and birthdays of a card begin; the person's groups decide how often.

    What runs already is left as it is. Who wishes no visits gets none.
    """
    start(speaker.tx, card, day_words.today(speaker.community, speaker.now))


def start(tx: Transaction, card: Card, on: date) -> None:
    """The same where a pack is loaded: `on` is the day here."""
    if card.wish == cards.NONE or card.state != cards.OPEN:
        return
    waves.open_again(tx, card.place_id, on)
    known = rhythms.of_card(tx, card.id)
    if not _runs(known.get(rhythms.ROUTINE)):
        _start_routine(tx, card, on)
    if not _runs(known.get(rhythms.BIRTHDAY)):
        _start_birthday(tx, card, on)


def again(speaker: Speaker, card: Card) -> None:
    """The wish, the groups, the birthday or the liaison of a card have changed: its rhythms and visits follow."""
    if card.wish == cards.NONE or card.state != cards.OPEN:
        stop(speaker, card, UNWISHED if card.state == cards.OPEN else "closed")
        return
    tx, on = speaker.tx, day_words.today(speaker.community, speaker.now)
    known = rhythms.of_card(tx, card.id)
    _follow_routine(tx, card, on, known.get(rhythms.ROUTINE))
    _follow_birthday(tx, card, on, known.get(rhythms.BIRTHDAY))
    _follow_visits(speaker, card)


def stop(speaker: Speaker, card: Card, reason: str) -> None:
    """No rhythm runs any more, and what it planned is cancelled. `reason`: a short code of ours (died, moved, wish)."""
    stop_rhythms(speaker.tx, card.id, reason)
    cancel(speaker, planned(speaker, card.person_id), None)


def stop_rhythms(tx: Transaction, card_id: int, reason: str) -> None:
    """The same, where nothing is planned."""
    for kind in (rhythms.ROUTINE, rhythms.BIRTHDAY):
        rhythms.end(tx, card_id, kind, reason)


def visited(speaker: Speaker, visit: Visit) -> None:
    """A visit was made (its `day` is when): routine visits planned so near that they are the same are cancelled."""
    reach = timedelta(days=planning.APART)
    near = planned(speaker, visit.person_id, visit.day - reach, visit.day + reach)
    same = [each for each in near if each.id != visit.id and planning.serves(each.day, visit.day)]
    cancel(speaker, [each for each in same if each.kind == visits.ROUTINE], None)


def planned(speaker: Speaker, person_id: int, first: date = date.min, last: date = date.max) -> list[Visit]:
    """What rhythms and festivals have planned for somebody on these days, late visits among them."""
    found = visits.planned_of(speaker.tx, person_id, first, last)
    return [visit for visit in found if visit.kind in KINDS]


def cancel(speaker: Speaker, some: list[Visit], actor_id: int | None) -> list[Visit]:
    """Cancels visits; returns those that were still planned."""
    ended = []
    for visit in sorted(some, key=lambda each: each.id):
        if visits.end(speaker.tx, visit.id, visits.CANCELLED, speaker.now):
            visits.add_move(speaker.tx, visit.id, "cancel", actor_id, speaker.now)
            ended.append(visit)
    return ended


def _runs(rhythm: Rhythm | None) -> bool:
    return rhythm is not None and rhythm.state != rhythms.ENDED


def _start_routine(tx: Transaction, card: Card, on: date, rule: str | None = None) -> None:
    chosen = rule or rules.of_groups(card.about.groups)
    first = rules.first_day(chosen, _home(tx, card.person_id), on)
    rhythms.start(
        tx,
        card.id,
        rhythms.ROUTINE,
        rule=chosen,
        by_hand=rule is not None,
        starts_on=first,
        next_on=rules.following(chosen, first, on),
        calls=rules.calls_for(card.about, card.wish),
    )


def _start_birthday(tx: Transaction, card: Card, on: date) -> None:
    birthday = card.about.birthday
    if birthday is None:
        return
    rhythms.start(
        tx,
        card.id,
        rhythms.BIRTHDAY,
        rule=None,
        by_hand=False,
        starts_on=on,
        next_on=birthdays.coming(birthday, on),
        calls=rhythms.ALL_CALLS if card.wish == cards.CALL else rhythms.NO_CALLS,
    )


def _follow_routine(tx: Transaction, card: Card, on: date, routine: Rhythm | None) -> None:
    if routine is None or (routine.state == rhythms.ENDED and routine.reason == UNWISHED):
        _start_routine(tx, card, on, routine.rule if routine is not None and routine.by_hand else None)
        return
    rhythms.set_calls(tx, card.id, rhythms.ROUTINE, rules.calls_for(card.about, card.wish))
    rule = rules.of_groups(card.about.groups)
    if not routine.by_hand and routine.rule != rule:
        rhythms.set_rule(tx, routine.id, rule, False, rules.following(rule, routine.starts_on, on))


def _follow_birthday(tx: Transaction, card: Card, on: date, known: Rhythm | None) -> None:
    birthday = card.about.birthday
    if birthday is None:
        rhythms.end(tx, card.id, rhythms.BIRTHDAY, NO_DATE)
    elif known is None or (known.state == rhythms.ENDED and known.reason in (UNWISHED, NO_DATE)):
        _start_birthday(tx, card, on)
    else:
        calls = rhythms.ALL_CALLS if card.wish == cards.CALL else rhythms.NO_CALLS
        rhythms.set_calls(tx, card.id, rhythms.BIRTHDAY, calls)
        _follow_date(tx, known, birthday, on)


def _follow_date(tx: Transaction, known: Rhythm, birthday: Birthday, on: date) -> None:
    """Another date was noted: the next birthday that is to be planned is the one of that date."""
    this = birthdays.coming(birthday, on)
    if known.next_on not in (this, birthdays.coming(birthday, this)):
        rhythms.set_rule(tx, known.id, None, False, this)


def _follow_visits(speaker: Speaker, card: Card) -> None:
    """Visits to come are made by whoever knows the person now, and as they wish: as a call, or not."""
    here = day_words.today(speaker.community, speaker.now)
    some = planned(speaker, card.person_id, here)
    half = rules.calls_for(card.about, card.wish) == rhythms.HALF_CALLS
    for visit in some:
        if card.liaison_id is not None and visit.visitor_id not in (card.liaison_id, card.deputy_id):
            visits.set_who(speaker.tx, visit.id, card.liaison_id, visit.second_id)
        as_call = card.wish == cards.CALL or (half and visit.as_call)
        if as_call != visit.as_call:
            visit_plans.set_as_call(speaker.tx, visit.id, as_call)
    if some:
        placing.level(speaker, card, planned(speaker, card.person_id, here))


def _home(tx: Transaction, person_id: int) -> str:
    place_id = people.read(tx, person_id).place_id
    return "" if place_id is None else places.read(tx, place_id).code
