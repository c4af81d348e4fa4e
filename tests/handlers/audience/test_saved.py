"""What somebody saved is in their own data, goes when they leave, and who may look at a broadcast's audience."""

import pytest

from handlers.audience import saved
from handlers.privacy import own_export
from storage import broadcasts, saved_audiences
from storage.transaction import Transaction
from tests.bot.stage import MORNING, Service
from tests.handlers.audience.stand import place, team, turn_of


async def test_it_is_in_their_own_data(here: Service) -> None:
    def work(tx: Transaction) -> object:
        turn = turn_of(tx, "陈主任")
        saved_audiences.add(tx, turn.person.id, "三号楼老人", "{}", MORNING)
        return own_export.collect(turn, turn.person.id)[0]["audiences"]

    assert await here.database.turn(work) == [{"name": "三号楼老人", "at": MORNING}]


@pytest.mark.parametrize(
    "name, looks",
    [
        ("陈主任", True),
        ("书记老何", True),
        ("值班小吴", True),
        ("街道王主任", True),
        ("队长老周", True),
        ("彭主任", False),
        ("队长刘姐", False),
        ("小李", False),
    ],
)
async def test_who_may_look(here: Service, name: str, looks: bool) -> None:
    """A broadcast of the water team: its unit's staff and its leader; not another unit's, nor another team's."""

    def work(tx: Transaction) -> bool:
        drafter = turn_of(tx, "队长老周").person.id
        made = broadcasts.create(
            tx,
            place_id=place(tx, "heshunli"),
            team_id=team(tx, "shuidian"),
            drafter_id=drafter,
            kind="routine",
            body="{}",
            words="",
            audience="",
            now=MORNING,
        )
        return saved.may_look(turn_of(tx, name), made)

    assert await here.database.turn(work) == looks
