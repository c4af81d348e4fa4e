"""Occasions as stored: one open offer of a kind, states that change once, what falls due, what is forgotten."""

from datetime import timedelta

from storage import occasions, people, places
from storage.database import Database
from storage.occasions import Occasion
from storage.transaction import Transaction
from tests.storage.samples import DAY
from tests.storage.samples import NOW as MORNING


def somebody(tx: Transaction, name: str = "某人", place_id: int | None = None) -> int:
    person = people.create(tx, "zh-CN", MORNING)
    person.name, person.place_id = name, place_id
    people.save(tx, person)
    return person.id


def raised(tx: Transaction, person_id: int, by: int | None = None, **values: object) -> Occasion | None:
    place = places.write(tx, "hall", None, "community", "和顺里社区", "Heshunli", 1)
    given: dict[str, object] = {"kind": "hospital", "state": occasions.OFFERED, "due": MORNING + 3 * DAY, **values}
    return occasions.create(
        tx,
        person_id=person_id,
        place_id=place.id,
        source="neighbour",
        raised_by=by,
        request_id=None,
        now=MORNING,
        **given,  # type: ignore[arg-type]
    )


async def test_one_open_offer_of_a_kind(database: Database) -> None:
    def work(tx: Transaction) -> list[bool]:
        one = somebody(tx)
        first = raised(tx, one)
        assert first is not None
        doubled, other = raised(tx, one), raised(tx, one, kind="hardship")
        occasions.move(tx, first, occasions.DECLINED, answered_at=MORNING, answered_by=one)
        return [doubled is None, other is not None, raised(tx, one) is not None]

    assert await database.turn(work) == [True, True, True]


async def test_a_state_changes_once(database: Database) -> None:
    def work(tx: Transaction) -> tuple[bool, bool, Occasion | None]:
        found = raised(tx, somebody(tx))
        assert found is not None
        yes = occasions.move(tx, found, occasions.AGREED, answered_at=MORNING, answered_by=found.person_id)
        no = occasions.move(tx, found, occasions.DECLINED, answered_at=MORNING, answered_by=found.person_id)
        return yes, no, occasions.lock(tx, found.id)

    yes, no, after = await database.turn(work)
    assert (yes, no) == (True, False)
    assert after is not None and after.state == occasions.AGREED and after.next is None and after.answered_at == MORNING


async def test_what_falls_due(database: Database) -> None:
    def work(tx: Transaction) -> tuple[list[int], list[int], bool, bool]:
        late, later = raised(tx, somebody(tx), due=MORNING + DAY), raised(tx, somebody(tx), due=MORNING + 2 * DAY)
        assert late is not None and later is not None
        assert occasions.next_due(tx) == MORNING + DAY
        at_first = occasions.due(tx, MORNING + DAY, 10)
        occasions.remind(tx, late, None)
        then = occasions.due(tx, MORNING + 2 * DAY, 10)
        again = occasions.lock(tx, late.id)
        return at_first, then, at_first == [late.id] and then == [later.id], again is not None and again.times == 1

    assert (await database.turn(work))[2:] == (True, True)


async def test_a_report_is_noted_once(database: Database) -> None:
    def work(tx: Transaction) -> list[bool]:
        officer = somebody(tx)
        safety, offered = raised(tx, somebody(tx), state=occasions.SAFETY), raised(tx, somebody(tx))
        assert safety is not None and offered is not None
        return [occasions.reported(tx, each.id, officer, MORNING) for each in (safety, safety, offered)]

    assert await database.turn(work) == [True, False, False]


async def test_who_raised_how_many_and_who_lives_where(database: Database) -> None:
    def work(tx: Transaction) -> tuple[int, int, list[str]]:
        house = places.write(tx, "house", None, "building", "1号楼", "Building 1", 1)
        speaker = somebody(tx)
        for name in ("张奶奶", "李大爷"):
            raised(tx, somebody(tx, name, house.id), by=speaker)
        since = MORNING - timedelta(days=1)
        found = [each.name for each in occasions.neighbours(tx, house.id, 10)]
        return occasions.count_by(tx, speaker, since), occasions.count_by(tx, speaker, MORNING), found

    assert await database.turn(work) == (2, 0, ["张奶奶", "李大爷"])


async def test_who_leaves_is_forgotten_but_for_what_the_law_asks(database: Database) -> None:
    def work(tx: Transaction) -> tuple[list[str], int | None]:
        one, other = somebody(tx), somebody(tx)
        raised(tx, one)
        raised(tx, one, state=occasions.SAFETY, kind="conflict")
        spoken = raised(tx, other, by=one)
        occasions.forget(tx, one)
        assert spoken is not None
        kept = occasions.read(tx, spoken.id)
        return [each.state for each in occasions.of_person(tx, one)], kept.raised_by if kept else -1

    assert await database.turn(work) == (["safety"], None)
