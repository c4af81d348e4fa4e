"""Cards and claims: one card a person, who looks after whom, what is forgotten, and two channels that become one."""

import pytest

from storage import card_changes, card_forgetting, card_merging, cards, claims
from storage.cards import About, Birthday, Card
from storage.database import Database
from storage.errors import Conflict
from storage.transaction import Transaction
from tests.storage.samples import DAY, NOW, Community, founded, new_person

ABOUT = About(True, ("alone",), Birthday(8, 15, lunar=True))


def opened(tx: Transaction, place: Community, person_id: int, liaison_id: int | None = None) -> Card:
    """A new card at the small community's estate."""
    return cards.create(
        tx,
        number=cards.new_number(tx),
        token=cards.new_token(),
        person_id=person_id,
        place_id=place.estate.id,
        liaison_id=liaison_id,
        deputy_id=None,
        about=ABOUT,
        source="chat",
        now=NOW,
    )


async def test_a_card_is_found_again_by_all_its_names(database: Database) -> None:
    place = await founded(database)
    card = await database.turn(lambda tx: opened(tx, place, place.resident.id, place.volunteer.id))
    assert (card.about, card.state, card.wish) == (ABOUT, "open", None)

    def look(tx: Transaction) -> list[Card | None]:
        found = [cards.read(tx, card.id), cards.of_person(tx, place.resident.id)]
        found += [cards.by_number(tx, card.number), cards.by_token(tx, card.token)]
        found += cards.of_place(tx, place.estate.id, 5)
        return [*found, *cards.of_liaison(tx, place.volunteer.id, 5)]

    assert await database.read(look) == [card] * 6
    assert await database.read(lambda tx: cards.by_token(tx, card.number)) is None


async def test_nobody_has_two_cards(database: Database) -> None:
    place = await founded(database)
    await database.turn(lambda tx: opened(tx, place, place.resident.id))
    with pytest.raises(Conflict):
        await database.turn(lambda tx: opened(tx, place, place.resident.id))


async def test_whoever_looks_after_them_is_counted_and_missed(database: Database) -> None:
    place = await founded(database)

    def work(tx: Transaction) -> None:
        card = opened(tx, place, place.resident.id)
        assert (cards.count_of_place(tx, place.estate.id), cards.count_without(tx, place.estate.id)) == (1, 1)
        assert cards.without_liaison(tx, place.estate.id, 5) == [card]
        assert cards.set_liaison(tx, card.id, place.volunteer.id)
        assert cards.count_without(tx, place.estate.id) == 0
        assert cards.count_of_liaison(tx, place.volunteer.id) == 1
        assert cards.close(tx, card.id, "moved", NOW) and not cards.close(tx, card.id, "moved", NOW)
        assert not cards.set_liaison(tx, card.id, None)
        assert cards.count_of_liaison(tx, place.volunteer.id) == 0

    await database.turn(work)


async def test_the_wish_is_asked_for_once(database: Database) -> None:
    place = await founded(database)

    def work(tx: Transaction) -> None:
        card = opened(tx, place, place.resident.id)
        assert cards.set_asked(tx, card.id, NOW)
        assert not cards.set_asked(tx, card.id, NOW + DAY)
        cards.set_wish(tx, card.id, cards.CALL, NOW)
        fresh = cards.get(tx, card.id)
        assert (fresh.asked_at, fresh.wish, fresh.wish_at) == (NOW, "call", NOW)

    await database.turn(work)


async def test_an_emptied_card_tells_nothing_and_an_old_one_is_gone(database: Database) -> None:
    place = await founded(database)

    def work(tx: Transaction) -> None:
        card = opened(tx, place, place.resident.id, place.volunteer.id)
        card_changes.add(tx, card.id, "open", None, NOW)
        claims.create(
            tx,
            card_id=card.id,
            place_id=place.other_estate.id,
            liaison_id=None,
            deputy_id=None,
            claimed_by=None,
            now=NOW,
        )
        cards.close(tx, card.id, "left", NOW)
        card_forgetting.empty(tx, card.id)
        bare = cards.get(tx, card.id)
        assert (bare.about, bare.liaison_id, bare.wish) == (About(), None, None)
        assert card_forgetting.old(tx, NOW, 5) == []
        assert card_forgetting.old(tx, NOW + DAY, 5) == [bare]
        card_forgetting.drop(tx, card.id)
        assert cards.of_person(tx, place.resident.id) is None and card_changes.of_card(tx, card.id) == []

    await database.turn(work)


async def test_of_two_who_answer_a_claim_one_is_heard(database: Database) -> None:
    place = await founded(database)

    def work(tx: Transaction) -> None:
        card = opened(tx, place, place.resident.id)
        values = {"liaison_id": place.volunteer.id, "deputy_id": None, "claimed_by": None, "now": NOW}
        claim = claims.create(tx, card_id=card.id, place_id=place.other_estate.id, **values)  # type: ignore[arg-type]
        assert claim is not None and claims.of_card(tx, card.id) == [claim]
        again = claims.create(tx, card_id=card.id, place_id=place.other_estate.id, **values)  # type: ignore[arg-type]
        assert again is None
        assert claims.end(tx, claim.id, claims.AGREED, place.resident.id, NOW)
        assert not claims.end(tx, claim.id, claims.REFUSED, None, NOW)
        found = claims.read(tx, claim.id)
        assert found is not None and found.state == claims.AGREED and claims.of_card(tx, card.id) == []

    await database.turn(work)


@pytest.mark.parametrize("own", [None, "open", "closed"])
async def test_two_channels_become_one_person_with_one_card(database: Database, own: str | None) -> None:
    place = await founded(database)

    def work(tx: Transaction) -> None:
        gone = new_person(tx)
        mine = opened(tx, place, place.resident.id, gone.id) if own is not None else None
        if mine is not None:
            card_changes.add(tx, mine.id, "wish", None, NOW)
        if mine is not None and own == "closed":
            cards.close(tx, mine.id, "unwished", NOW)
        other = opened(tx, place, gone.id, place.volunteer.id)
        cards.set_wish(tx, other.id, cards.CALL, NOW)
        card_merging.merge(tx, place.resident.id, gone.id, NOW)
        kept = cards.of_person(tx, place.resident.id)
        assert kept is not None and (kept.state, kept.wish, kept.about) == ("open", "call", ABOUT)
        if own == "open":  # the older of two that have a liaison; they are not their own
            assert mine is not None and (kept.id, kept.liaison_id) == (mine.id, None)
        else:
            assert (kept.id, kept.liaison_id) == (other.id, place.volunteer.id)
        assert [each.name for each in card_changes.of_card(tx, kept.id)] == (["wish"] if mine is not None else [])
        assert cards.of_person(tx, gone.id) is None, "nothing of the other is left"

    await database.turn(work)


@pytest.mark.parametrize(
    ("first", "then", "said"), [(cards.NONE, cards.VISIT, cards.VISIT), (cards.VISIT, cards.NONE, cards.NONE)]
)
async def test_of_two_open_cards_the_looked_after_goes_on_with_the_last_word(
    database: Database, first: str, then: str, said: str
) -> None:
    place = await founded(database)

    def work(tx: Transaction) -> None:
        gone = new_person(tx)
        mine, other = opened(tx, place, place.resident.id), opened(tx, place, gone.id, place.volunteer.id)
        cards.set_wish(tx, other.id, first, NOW)
        cards.set_wish(tx, mine.id, then, NOW + DAY)
        values = {"liaison_id": None, "deputy_id": None, "claimed_by": gone.id, "now": NOW}
        claim = claims.create(tx, card_id=mine.id, place_id=place.other_estate.id, **values)  # type: ignore[arg-type]
        card_merging.merge(tx, place.resident.id, gone.id, NOW)
        kept = cards.of_person(tx, place.resident.id)
        assert kept is not None and (kept.id, kept.liaison_id, kept.wish) == (other.id, place.volunteer.id, said)
        (found,) = claims.of_card(tx, kept.id)
        assert claim is not None and (found.id, found.claimed_by) == (claim.id, place.resident.id)

    await database.turn(work)
