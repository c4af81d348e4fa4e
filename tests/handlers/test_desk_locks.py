"""Which talks the desk locks, and in which order: nobody waits for another in a circle."""

import pytest

from handlers.desk import falling_due
from handlers.turn import Speaker
from storage import conversations, people, places
from storage.conversations import Conversation
from storage.transaction import Transaction
from tests.bot.stage import COORDINATOR, DESK, MORNING, NIGHT, RESIDENT, Service, demo_community


def locked(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The ids of the talks that are locked from now on, in order."""
    seen: list[int] = []
    lock = conversations.lock

    def note(tx: Transaction, number: int) -> Conversation | None:
        seen.append(number)
        return lock(tx, number)

    monkeypatch.setattr(conversations, "lock", note)
    return seen


async def test_the_desks_close_in_one_order_over_all_places(here: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    def wait(tx: Transaction) -> list[int]:
        desks = [place.id for code in ("heshunli", "liudi") if (place := places.read_by_code(tx, code)) is not None]
        ids = []
        for turn in range(4):
            person = people.create(tx, "zh-CN", MORNING)
            ids.append(conversations.create(tx, person.id, desks[turn % 2], MORNING).id)
        return ids

    ids = await here.database.turn(wait)
    seen = locked(monkeypatch)
    await here.database.turn(lambda tx: falling_due.close_up(Speaker(tx, NIGHT, demo_community())))
    assert seen == ids


async def test_who_takes_the_next_one_locks_nobody_else(here: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    await here.press(DESK, "shift.on:4")
    await here.press(COORDINATOR, "shift.on:4")
    await here.say(RESIDENT, "人工")
    number = (await here.database.read(lambda tx: tx.get("SELECT id FROM conversations")))["id"]
    seen = locked(monkeypatch)
    monkeypatch.setattr(conversations, "take", lambda *_: False)  # another was quicker
    await here.press(DESK, f"desk.next:{number}")
    assert seen == []
    assert "没有人在等" in (await here.last(DESK)).text
