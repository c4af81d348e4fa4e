"""Consents: the last answer counts, and what was said before stays as proof."""

from storage import consents
from storage.consents import PROXY, SENSITIVE, SERVICE
from storage.database import Database
from storage.transaction import Transaction
from tests.storage.samples import DAY, NOW, new_person


async def test_given_once_and_taken_back(database: Database) -> None:
    def work(tx: Transaction) -> None:
        person = new_person(tx).id
        assert consents.latest(tx, person, SENSITIVE) is None and not consents.holds(tx, person, SENSITIVE)
        consents.give(tx, person, SENSITIVE, NOW)
        consents.give(tx, person, SENSITIVE, NOW + DAY)
        (given,) = consents.of_person(tx, person)
        assert given.holds and given.given_at == NOW
        assert consents.withdraw(tx, given.id, person, NOW + DAY)
        assert not consents.withdraw(tx, given.id, person, NOW + DAY)
        assert not consents.holds(tx, person, SENSITIVE)
        consents.give(tx, person, SENSITIVE, NOW + 2 * DAY)
        first, second = consents.of_person(tx, person)
        assert (first.withdrawn_at, second.given_at) == (NOW + DAY, NOW + 2 * DAY) and second.holds

    await database.turn(work)


async def test_a_no_after_a_yes_counts(database: Database) -> None:
    def work(tx: Transaction) -> None:
        person = new_person(tx).id
        consents.give(tx, person, SENSITIVE, NOW)
        consents.refuse(tx, person, SENSITIVE, NOW + DAY)
        known = consents.latest(tx, person, SENSITIVE)
        assert known is not None and known.refused_at == NOW + DAY and not known.holds

    await database.turn(work)


async def test_each_proxy_is_a_purpose_of_its_own(database: Database) -> None:
    def work(tx: Transaction) -> None:
        person, son, neighbour = (new_person(tx).id for _ in range(3))
        consents.give(tx, person, PROXY, NOW, son)
        assert consents.holds(tx, person, PROXY, son)
        assert not consents.holds(tx, person, PROXY, neighbour) and not consents.holds(tx, person, PROXY)

    await database.turn(work)


async def test_anothers_is_not_taken_back_and_leaving_takes_all(database: Database) -> None:
    def work(tx: Transaction) -> None:
        person, other = new_person(tx).id, new_person(tx).id
        consents.give(tx, person, SERVICE, NOW)
        consents.give(tx, person, SENSITIVE, NOW)
        known = consents.latest(tx, person, SERVICE)
        assert known is not None and not consents.withdraw(tx, known.id, other, NOW)
        consents.withdraw_all(tx, person, NOW + DAY)
        assert [each.withdrawn_at for each in consents.of_person(tx, person)] == [NOW + DAY] * 2

    await database.turn(work)
