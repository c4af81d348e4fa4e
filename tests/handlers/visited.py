"""What these tests share: all that a station holds about 王阿姨 once she is visited, written into the tables."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from storage import addresses, cards, life_notes, occasions, people, promises, thoughts, visit_records, visits, worries
from storage import waves as stored_waves
from storage.cards import About, Birthday
from storage.life_notes import Known
from storage.transaction import Transaction
from tests.bot.stage import ACCOUNT, Service

DAY = timedelta(days=1)
LIAISON, DEPUTY, SECRETARY = "151", "152", "153"
STATION = {LIAISON: "联络员小林", DEPUTY: "联络员小秦", SECRETARY: "书记老何"}
# What was said and written of her, each in a place of its own.
WRITTEN = {
    "record's needs": "想装一个扶手",
    "record's words": "盼着女儿回来",
    "move's note": "她去喝喜酒了",
    "promise": "带一副老花镜",
    "worry": "敲门没有人应",
    "life note": "一个人住在三楼",
    "thought": "想多和人说说话",
}


async def seat(service: Service, names: Mapping[str, str]) -> None:
    """Gives people of the demo an address."""

    def work(tx: Transaction) -> None:
        for user, name in names.items():
            person = people.read_by_code(tx, name)
            assert person is not None
            addresses.create(tx, account=ACCOUNT, user=user, chat=user, person_id=person.id, now=service.clock.now())

    await service.database.turn(work)


async def known(service: Service) -> dict[str, int]:
    """Everything that a station can hold about her; returns the ids of the rows."""
    return await service.database.turn(lambda tx: write(tx, service.clock.now()))


def write(tx: Transaction, now: datetime) -> dict[str, int]:
    """The same in a transaction: a visit to come for an occasion, one that was made, and what was said on it."""
    card = _card(tx)
    assert card.liaison_id is not None
    person, place, liaison = card.person_id, card.place_id, card.liaison_id
    occasion = _occasion(tx, person, place, now)
    planned = _visit(tx, card, now.date() + DAY, now, occasion)
    visits.add_move(tx, planned, "postpone", liaison, now, day=now.date() + DAY, note=WRITTEN["move's note"])
    made = _visit(tx, card, now.date() - DAY, now, None)
    _record(tx, card, made, now)
    worry = worries.create(
        tx,
        person_id=person,
        place_id=place,
        cause=worries.WORD,
        visit_id=made,
        raised_by=liaison,
        note=WRITTEN["worry"],
        now=now,
    )
    note = life_notes.create(tx, person, place, Known("family", "visit", WRITTEN["life note"]), liaison, now)
    thoughts.write(tx, person, place, WRITTEN["thought"], now)
    return {
        "card": card.id,
        "person": person,
        "liaison": liaison,
        "deputy": card.deputy_id or 0,
        "place": place,
        "occasion": occasion,
        "planned": planned,
        "made": made,
        "promise": promises.of_visit(tx, made)[0].id,
        "worry": worry,
        "note": note,
        "wave": _wave(tx, place, now),
    }


def _card(tx: Transaction) -> cards.Card:
    person = people.read_by_code(tx, "王阿姨")
    assert person is not None
    card = cards.of_person(tx, person.id)
    assert card is not None
    cards.set_about(tx, card.id, About(True, ("alone",), Birthday(3, 12, False, False)))
    return card


def _occasion(tx: Transaction, person: int, place: int, now: datetime) -> int:
    made = occasions.create(
        tx,
        person_id=person,
        place_id=place,
        kind="conflict",
        source="member",
        state="agreed",
        raised_by=person,
        request_id=None,
        due=None,
        now=now,
    )
    assert made is not None
    return made.id


def _visit(tx: Transaction, card: cards.Card, day: date, now: datetime, occasion: int | None) -> int:
    return visits.create(
        tx,
        person_id=card.person_id,
        place_id=card.place_id,
        kind=visits.ROUTINE if occasion is None else visits.OCCASION,
        day=day,
        due=now + DAY,
        visitor_id=card.liaison_id,
        second_id=card.deputy_id,
        occasion_id=occasion,
        step=None,
        remind_at=None,
        now=now,
    ).id


def _record(tx: Transaction, card: cards.Card, visit: int, now: datetime) -> None:
    assert card.liaison_id is not None
    visits.end(tx, visit, visits.DONE, now)
    day = now.date() - DAY
    record = visit_records.create(tx, visit, card.person_id, card.liaison_id, visit_records.VISIT, day, now)
    visit_records.write(
        tx,
        record.id,
        card.liaison_id,
        how=visit_records.VISIT,
        day=day,
        needs=WRITTEN["record's needs"],
        words=WRITTEN["record's words"],
        now=now,
    )
    promises.create(
        tx,
        visit_id=visit,
        person_id=card.person_id,
        owner_id=card.liaison_id,
        what=WRITTEN["promise"],
        day=now.date() + 3 * DAY,
        request_id=None,
        remind_at=None,
        now=now,
    )


def _wave(tx: Transaction, place: int, now: datetime) -> int:
    first = now.date() + 20 * DAY
    stored_waves.create(tx, place, "spring", first.year + 1, first, first + 10 * DAY, now)
    return stored_waves.running(tx, place, now.date())[0].id
