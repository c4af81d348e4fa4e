"""Lists that come and go: their states, their files, and what a station has claimed before."""

from storage import cards, claims, media, retention, rosters
from storage.cards import About
from storage.database import Database
from storage.rosters import COMING, DECLINED, IN, READ_IN, READY, TAKING
from storage.transaction import Transaction
from tests.storage.samples import DAY, NOW, community


def new_list(tx: Transaction, digest: str = "ab" * 32) -> tuple[int, int]:
    here = community(tx)
    file = media.create(tx, kind="file", mime="text/csv", size=3, now=NOW, digest=digest, name="list.csv")
    who, address = here.resident.id, here.resident_address.id
    return rosters.create(tx, here.estate.id, who, address, file, IN, COMING, NOW), file


async def test_a_list_goes_one_way_and_is_taken_once(database: Database) -> None:
    def work(tx: Transaction) -> None:
        number, file = new_list(tx)
        assert [one.id for one in rosters.of_medium(tx, file)] == [number]
        assert rosters.step(tx, number, COMING, READ_IN) and not rosters.step(tx, number, COMING, READ_IN)
        assert not rosters.taken(tx, number, 1, 2)
        assert rosters.step(tx, number, READ_IN, READY) and rosters.step(tx, number, READY, TAKING)
        assert rosters.taken(tx, number, 1, 2) and not rosters.taken(tx, number, 1, 2)
        found = rosters.read(tx, number)
        assert found is not None and (found.state, found.added, found.changed, found.way) == ("taken", 1, 2, IN)
        assert rosters.read(tx, number + 1) is None

    await database.turn(work)


async def test_a_file_is_kept_while_its_list_needs_it(database: Database) -> None:
    def work(tx: Transaction) -> None:
        number, file = new_list(tx)
        assert retention.drop_if_unused(tx, file) is None
        assert rosters.with_old_files(tx, NOW, 5) == []
        assert retention.drop_rows(tx, "rosters", NOW + DAY, 5) == 0
        assert [one.id for one in rosters.with_old_files(tx, NOW + DAY, 5)] == [number]
        rosters.drop_file(tx, number)
        assert rosters.with_old_files(tx, NOW + DAY, 5) == []
        assert retention.drop_if_unused(tx, file) == "ab" * 32
        assert not rosters.step(tx, number, READY, DECLINED)
        assert retention.drop_rows(tx, "rosters", NOW + DAY, 5) == 1

    await database.turn(work)


async def test_what_was_claimed_once_is_known(database: Database) -> None:
    def work(tx: Transaction) -> None:
        here = community(tx)
        place, other = here.estate, here.other_estate
        card = cards.create(
            tx,
            number="00000001",
            token="t",
            person_id=here.resident.id,
            place_id=place.id,
            liaison_id=None,
            deputy_id=None,
            about=About(),
            source="roster",
            now=NOW,
        )
        assert not rosters.claimed(tx, card.id, other.id)
        claim = claims.create(
            tx, card_id=card.id, place_id=other.id, liaison_id=None, deputy_id=None, claimed_by=None, now=NOW
        )
        assert claim is not None and claims.end(tx, claim.id, claims.REFUSED, None, NOW)
        assert rosters.claimed(tx, card.id, other.id) and not rosters.claimed(tx, card.id, place.id)

    await database.turn(work)
