"""The list of a broadcast: everybody once, counted where they live, slice by slice, on both engines."""

from typing import Any

import pytest

from storage import audience, broadcasts, freezing, recipients
from storage.audience import START, Cursor
from storage.audience_terms import Wanted
from storage.broadcasts import DRAFT, FREEZING, Broadcast
from storage.cards import About
from storage.database import Database
from storage.freezing import Listing
from storage.recipients import LEFT_OUT, QUEUED
from storage.transaction import Transaction
from tests.storage.audience_town import Town
from tests.storage.samples import NOW


def draft(town: Town, kind: str = "routine") -> Broadcast:
    values: dict[str, Any] = {"kind": kind, "body": "{}", "words": "", "audience": ""}
    return broadcasts.create(town.tx, place_id=town.district.id, drafter_id=town.people["east1-0"], now=NOW, **values)


def fill(town: Town, wanted: Wanted, listing: Listing, limit: int) -> int:
    """The whole list; returns how many came onto it."""
    cursor: Cursor | None = START
    number = 0
    while cursor is not None:
        added, cursor = freezing.fill(town.tx, wanted, listing, cursor, limit)
        number += added
    return number


@pytest.mark.parametrize("limit", [1, 4, 100])
@pytest.mark.parametrize("many", [1, 300], ids=["person by person", "place by place"])
async def test_everybody_once_and_counted_at_home(
    database: Database, limit: int, many: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(audience, "MANY_PLACES", many)

    def work(tx: Transaction) -> None:
        town = Town(tx)
        town.live("nowhere", None)
        town.live("stopped", "west1", unsubscribed_at=NOW)
        listing = Listing(draft(town).id, heeds=True, elsewhere=town.district.id)
        assert fill(town, town.wanted(town.district, homeless=True), listing, limit) == len(town.people)
        rows = {each.person_id: each for each in recipients.page(tx, listing.broadcast_id, 0, 100)}
        assert rows.keys() == set(town.people.values())
        units = {name: rows[number].place_id for name, number in town.people.items()}
        assert {units[name] for name in town.at("east")} == {town.east.id}
        assert {units[name] for name in town.at("west")} == {town.west.id}
        assert units["nowhere"] == town.district.id
        stopped = rows[town.people["stopped"]]
        assert (stopped.state, stopped.reason) == (LEFT_OUT, "unsubscribed")
        assert [each.state for each in rows.values()].count(QUEUED) == len(town.people) - 1

    await database.turn(work)


async def test_an_emergency_heeds_no_opt_out(database: Database) -> None:
    def work(tx: Transaction) -> None:
        town = Town(tx)
        town.live("stopped", "west1", unsubscribed_at=NOW)
        town.live("alone", "west1", unsubscribed_at=NOW)
        town.card("alone", About(groups=("alone",)))
        for wanted, number in ((town.wanted(town.west), 6), (town.wanted(town.district, alone=True), 1)):
            listing = Listing(draft(town, "emergency").id, heeds=False, elsewhere=town.district.id)
            assert fill(town, wanted, listing, 2) == number
            assert {each.state for each in recipients.page(tx, listing.broadcast_id, 0, 100)} == {QUEUED}
            assert freezing.anybody_queued(tx, listing.broadcast_id)

    await database.turn(work)


async def test_a_slice_that_is_run_again_adds_nobody(database: Database) -> None:
    def work(tx: Transaction) -> None:
        town = Town(tx)
        listing = Listing(draft(town).id, heeds=True, elsewhere=town.district.id)
        wanted = town.wanted(town.east)
        assert fill(town, wanted, listing, 100) == 4
        assert fill(town, wanted, listing, 100) == 0

    await database.turn(work)


async def test_emergencies_are_listed_first(database: Database) -> None:
    def work(tx: Transaction) -> None:
        town = Town(tx)
        assert not freezing.any_freezing(tx)
        made = [draft(town, kind) for kind in ("routine", "meeting", "emergency")]
        for each in made[1:]:
            broadcasts.move(tx, each.id, DRAFT, FREEZING)
        order = []
        while (found := freezing.next_one(tx)) is not None:
            order.append(found.id)
            broadcasts.move(tx, found.id, FREEZING, "sending")
        assert order == [made[2].id, made[1].id]

    await database.turn(work)


async def test_how_far_it_has_come_is_kept(database: Database) -> None:
    def work(tx: Transaction) -> None:
        town = Town(tx)
        begun = draft(town)
        broadcasts.note_frozen(tx, begun.id, town.east.id, 17, 3)
        broadcasts.note_frozen(tx, begun.id, town.west.id, 4, 2)
        found = broadcasts.get(tx, begun.id)
        assert (found.frozen_place, found.frozen_after, found.people) == (town.west.id, 4, 5)

    await database.turn(work)
