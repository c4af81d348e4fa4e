"""Calendar feeds: one address a person, known by its token alone; a new one, or none, makes the old one useless."""

from datetime import timedelta

from storage import feeds
from storage.database import Database
from storage.feeds import Feed
from storage.transaction import Transaction
from tests.storage.samples import NOW, founded

HASHES = "SELECT token_hash FROM calendar_feeds"


async def test_the_address_leads_to_its_person_and_is_kept_nowhere(database: Database) -> None:
    place = await founded(database)
    token = await database.turn(lambda tx: feeds.renew(tx, place.volunteer.id, NOW))
    assert await database.read(lambda tx: feeds.by_token(tx, token)) == Feed(place.volunteer.id, NOW)
    assert await database.read(lambda tx: feeds.by_token(tx, token + "x")) is None
    (row,) = await database.read(lambda tx: tx.all(HASHES))
    assert token.encode() not in bytes(row["token_hash"])


async def test_a_new_address_makes_the_old_one_useless(database: Database) -> None:
    place = await founded(database)
    later = NOW + timedelta(days=3)

    def work(tx: Transaction) -> tuple[str, str]:
        return feeds.renew(tx, place.volunteer.id, NOW), feeds.renew(tx, place.volunteer.id, later)

    old, new = await database.turn(work)
    assert await database.read(lambda tx: feeds.by_token(tx, old)) is None
    assert await database.read(lambda tx: feeds.by_token(tx, new)) == Feed(place.volunteer.id, later)
    assert await database.read(lambda tx: feeds.of_person(tx, place.volunteer.id)) == Feed(place.volunteer.id, later)


async def test_withdrawn_it_leads_nowhere(database: Database) -> None:
    place = await founded(database)
    token = await database.turn(lambda tx: feeds.renew(tx, place.volunteer.id, NOW))
    assert await database.turn(lambda tx: feeds.drop(tx, place.volunteer.id))
    assert not await database.turn(lambda tx: feeds.drop(tx, place.volunteer.id))
    assert await database.read(lambda tx: feeds.by_token(tx, token)) is None
