"""The helper's side where stories do not look: late photos, forged buttons, what two processes may do at once."""

import pytest

from handlers import attachments
from handlers.incoming import Attachment
from handlers.turn import Speaker
from storage import media
from storage.transaction import Transaction
from tests.bot.stage import COORDINATOR, HELPER, RESIDENT, SECOND, Service, demo_community

PHOTO = Attachment("photo", file="photo-1", mime="image/jpeg", size=1000)
DIGEST = "a" * 64


async def taken(here: Service) -> int:
    """A request that the helper has taken; its id."""
    await here.press_in_group(HELPER, await here.ask_for_lamp())
    row = await here.database.read(lambda tx: tx.get("SELECT id FROM service_requests"))
    return int(row["id"])


async def part(here: Service) -> int:
    row = await here.database.read(lambda tx: tx.get("SELECT id FROM assignments"))
    return int(row["id"])


async def test_a_photo_of_what_was_done_that_comes_late_goes_to_the_resident_alone(here: Service) -> None:
    await taken(here)
    await here.press_label(HELPER, "办好了")
    await here.say(HELPER, "换了灯泡", media=(PHOTO,))
    row = await here.database.read(lambda tx: tx.get("SELECT id FROM media"))
    before = len(await here.said(HELPER))

    def arrive(tx: Transaction) -> None:
        speaker = Speaker(tx, here.clock.now(), demo_community())
        media.fetched(speaker.tx, row["id"], DIGEST, "image/jpeg", 1000)
        attachments.arrived(speaker, row["id"])

    await here.database.turn(arrive)
    last = await here.last(RESIDENT)
    assert "办好后的照片" in last.text and last.message.media == (DIGEST,)
    assert len(await here.said(HELPER)) == before


@pytest.mark.parametrize("action", ["help.contact", "help.arrive", "help.finish", "help.return", "help.more"])
async def test_nobody_else_acts_for_the_helper(here: Service, action: str) -> None:
    request = await taken(here)
    for other in (SECOND, RESIDENT, COORDINATOR):
        await here.press(other, f"{action}:{request}")
        assert "不在您手上" in (await here.last(other)).text
    assert await here.count("service_requests", "state = 'claimed'") == 1


async def test_nobody_else_promises_or_passes_on(here: Service) -> None:
    await taken(here)
    number = await part(here)
    for action in (f"come.at:{number}/half", f"come.other:{number}", f"pass.to:{number}/1", f"help.why:{number}/ill"):
        await here.press(SECOND, action)
        assert "不在您手上" in (await here.last(SECOND)).text
    await here.press(SECOND, f"pass.yes:{number}")
    assert await here.count("assignments", "due_at IS NULL AND ended_at IS NULL") == 1


async def test_nobody_else_checks_the_code_or_changes_the_request(here: Service) -> None:
    request = await taken(here)
    for action in ("door.check", "mine.show", "mine.add", "mine.correct", "mine.cancel", "mine.seen", "wait.answer"):
        await here.press(SECOND, f"{action}:{request}")
        assert "不是您提的" in (await here.last(SECOND)).text, action
    assert await here.count("service_requests", "state = 'claimed'") == 1


async def test_of_two_presses_at_once_the_second_finds_it_done(here: Service) -> None:
    request = await taken(here)
    await here.press_label(HELPER, "我来不了")
    await here.press(HELPER, f"help.return:{request}")
    assert "不在您手上" in (await here.last(HELPER)).text
    assert await here.count("request_events", "move = 'give back'") == 1
