"""Turns that fail for good: parked without values, apologised for, seen by a coordinator, tried again."""

import logging
from pathlib import Path

import pytest

from handlers import errands
from handlers.errors import Refused
from handlers.incoming import Attachment
from handlers.message import Message, Text
from handlers.routing import Route, Router
from handlers.turn import Turn
from handlers.understanding import understand
from storage.database import Database
from tests.bot.stage import COORDINATOR, DESK, RESIDENT, SECOND, Clock, Service

SECRET = "13900001234住在密室"


class Fault:
    """A handler with a fault that can be mended."""

    def __init__(self) -> None:
        self.mended = False
        self.calls = 0
        self.refuses = False

    def handler(self, turn: Turn) -> None:
        self.calls += 1
        turn.say("menu-ask")
        if self.refuses:
            raise Refused("not-allowed")
        if not self.mended:
            raise ValueError(f"{SECRET} {turn.incoming.text}")
        turn.send(Message(text=Text("plain", {"text": "mended"})))


@pytest.fixture
def fault() -> Fault:
    return Fault()


@pytest.fixture
def failing(small: Database, tmp_path: Path, clock: Clock, fault: Fault) -> Service:
    router = Router((*errands.ROUTES, Route("command", "boom", fault.handler), Route("press", "boom", fault.handler)))
    return Service(small, tmp_path / "media", clock, router=router)


async def test_a_turn_that_fails_three_times_is_parked_without_values(
    demo: Database, tmp_path: Path, fault: Fault, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    failing = Service(
        demo, tmp_path / "media", router=Router((*errands.ROUTES, Route("command", "boom", fault.handler)))
    )
    event = await failing.command(RESIDENT, "boom", SECRET)
    assert fault.calls == 3
    rows = await failing.database.read(lambda tx: tx.all("SELECT * FROM parked_turns"))
    assert len(rows) == 1 and rows[0]["error_type"] == "ValueError"
    assert "test_parking.py" in rows[0]["frames"] and "handler" in rows[0]["frames"]
    assert "dispatch.py" in rows[0]["frames"]
    payload = await failing.database.read(lambda tx: tx.get("SELECT payload_sealed, state FROM inbox"))
    assert payload["state"] == "parked" and SECRET.encode() not in bytes(payload["payload_sealed"])
    assert SECRET not in str([dict(row) for row in rows]) and SECRET not in caplog.text
    assert "ValueError" in caplog.text
    await failing.intake.receive(event)
    assert fault.calls == 3 and await failing.count("parked_turns") == 1, "a repeat does nothing"


async def test_the_person_gets_an_apology_and_a_way_on(failing: Service) -> None:
    await failing.command(RESIDENT, "boom")
    (apology,) = await failing.said(RESIDENT)
    assert "对不起" in apology.text and "000-5550-0101" in apology.text
    await failing.say(RESIDENT, "楼道灯坏了")
    assert "路灯" in (await failing.last(RESIDENT)).text


async def test_a_coordinator_sees_it_and_has_it_tried_again(failing: Service, fault: Fault, clock: Clock) -> None:
    await failing.command(RESIDENT, "boom", SECRET)
    assert "/parked" in (await failing.last(COORDINATOR)).text
    assert await failing.said(DESK) == [], "the desk may not look at failures"
    await failing.command(COORDINATOR, "parked")
    shown = await failing.last(COORDINATOR)
    assert "ValueError" in shown.text and SECRET not in shown.text
    fault.mended = True
    await failing.press(COORDINATOR, shown.action("再试"))
    await failing.intake.handle_waiting("telegram:424242", RESIDENT)
    assert (await failing.last(RESIDENT)).text == "mended"
    await failing.command(COORDINATOR, "parked")
    assert "没有" in (await failing.last(COORDINATOR)).text
    await failing.press(COORDINATOR, shown.action("再试"))
    assert "已经处理过" in (await failing.last(COORDINATOR)).text


async def test_only_those_who_may_see_failures(failing: Service) -> None:
    await failing.command(RESIDENT, "boom")
    row = await failing.database.read(lambda tx: tx.get("SELECT id FROM parked_turns"))
    for action in (f"failure.retry:{row['id']}", f"failure.drop:{row['id']}"):
        await failing.press(SECOND, action)
        assert "办不了" in (await failing.last(SECOND)).text
    assert await failing.count("parked_turns", "resolved_at IS NULL") == 1
    await failing.press(COORDINATOR, f"failure.drop:{row['id']}")
    assert await failing.count("parked_turns", "resolved_at IS NULL") == 0


@pytest.mark.parametrize("refuses", [False, True])
async def test_a_retry_that_fails_again_does_not_block_the_chat(
    failing: Service, fault: Fault, refuses: bool, caplog: pytest.LogCaptureFixture
) -> None:
    """The fault is still there: the event is parked (or refused) once more; what the person says next is handled."""
    caplog.set_level(logging.INFO)
    await failing.command(RESIDENT, "boom", SECRET)
    await failing.command(COORDINATOR, "parked")
    fault.refuses = refuses
    await failing.press_label(COORDINATOR, "再试")
    await failing.say(RESIDENT, "楼道灯坏了")
    assert "路灯" in (await failing.last(RESIDENT)).text
    await failing.say(RESIDENT, "还有，三楼也坏了")
    assert "三楼" in (await failing.last(RESIDENT)).text
    assert await failing.count("inbox", "state = 'waiting'") == 0
    assert await failing.count("parked_turns", "resolved_at IS NULL") == int(not refuses)
    assert SECRET not in caplog.text


@pytest.mark.parametrize("refuses", [False, True])
async def test_what_waits_and_fails_is_settled_by_the_clock_too(
    failing: Service, fault: Fault, refuses: bool, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    await failing.command(RESIDENT, "boom", SECRET)
    await failing.command(COORDINATOR, "parked")
    fault.refuses = refuses
    await failing.press_label(COORDINATOR, "再试")
    await failing.intake.handle_waiting("telegram:424242", RESIDENT)
    assert await failing.count("inbox", "state = 'waiting'") == 0
    assert ("办不了" if refuses else "对不起") in (await failing.last(RESIDENT)).text
    assert SECRET not in caplog.text


async def test_an_album_that_fails_is_parked_and_leaks_nothing(
    here: Service, clock: Clock, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """The task that waits for an album's last part has no caller: its failure must not reach the log whole."""
    caplog.set_level(logging.INFO)
    service = here
    handle = service.dispatch._handle

    def broken(tx: object, incoming: object, *rest: object) -> object:
        if getattr(incoming, "media", ()):
            raise ValueError(SECRET)
        return handle(tx, incoming, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(service.dispatch, "_handle", broken)
    photo = (Attachment("photo", file="AgF1"),)
    await service.say(RESIDENT, SECRET, media=photo, album="a")
    clock.forward(2)
    await service.intake.handle_waiting("telegram:424242", RESIDENT)
    assert await service.count("parked_turns") == 1
    assert "对不起" in (await service.last(RESIDENT)).text
    await service.say(RESIDENT, "楼道灯坏了")
    assert "路灯" in (await service.last(RESIDENT)).text
    assert SECRET not in caplog.text


async def test_a_fault_before_the_turn_does_not_block_the_chat(here: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    """Understanding a text fails: the event is parked like any other, and acknowledged."""

    def broken(text: str, snapshot: object) -> object:
        if "怪" in text:
            raise IndexError(text)
        return understand(text, snapshot)  # type: ignore[arg-type]

    monkeypatch.setattr("bot.intake.understand", broken)
    await here.say(RESIDENT, "怪字")
    assert await here.count("parked_turns") == 1
    await here.say(RESIDENT, "楼道灯坏了")
    assert "路灯" in (await here.last(RESIDENT)).text


async def test_a_damaged_person_does_not_stop_the_channel(failing: Service) -> None:
    """A value that no key opens would otherwise come back for ever, and hold up everybody's updates."""
    await failing.say(RESIDENT, "你好")
    await failing.said(RESIDENT)
    broken = b"\x01damaged in a power cut, nobody knows how"
    await failing.database.turn(lambda tx: tx.run("UPDATE people SET name_sealed = :broken", broken=broken))
    await failing.say(RESIDENT, "楼道灯坏了")
    rows = await failing.database.read(lambda tx: tx.all("SELECT error_type, person_id FROM parked_turns"))
    assert [(row["error_type"], row["person_id"]) for row in rows] == [("SealBroken", None)]
    assert "对不起" in (await failing.said(RESIDENT))[-1].text
