"""The private line: who may speak on it, what it changes, and that nothing said on it is lost or goes astray."""

import asyncio
from typing import Any

from handlers.incoming import Attachment
from handlers.talking import relaying
from handlers.turn import Speaker
from storage import addresses, line, media, people, reveals, service_requests
from storage.transaction import Transaction
from tests.bot.stage import ACCOUNT, COORDINATOR, HELPER, RESIDENT, SEATS, SECOND, Service, demo_community

ALL_SENT = "UPDATE outbox SET state = 'sent', message_id = CAST(id AS TEXT) WHERE state = 'waiting'"


async def taken(here: Service) -> int:
    """小李 has 王阿姨's request in hand; returns its id."""
    await here.press_in_group(HELPER, await here.ask_for_lamp())
    await here.database.turn(lambda tx: tx.run(ALL_SENT))
    row = await here.database.read(lambda tx: tx.get("SELECT id FROM service_requests"))
    return int(row["id"])


async def talking(here: Service) -> int:
    """The same, and her talk is open."""
    number = await taken(here)
    await here.press(RESIDENT, f"line.open:{number}")
    await here.database.turn(lambda tx: tx.run(ALL_SENT))
    return number


async def state(here: Service) -> str:
    return str((await here.database.read(lambda tx: tx.get("SELECT state FROM service_requests")))["state"])


async def copies(here: Service, user: str = HELPER) -> list[str]:
    """What this person was passed on."""
    return [each.text for each in await here.said(user) if (each.key or "").startswith("line:")]


def picture(number: int) -> Attachment:
    return Attachment("photo", file=f"file-{number}", mime="image/jpeg", size=9)


async def test_nobody_else_can_open_it_or_answer_on_it(here: Service) -> None:
    number = await talking(here)
    await here.say(RESIDENT, "几点来")
    row = await here.database.read(lambda tx: tx.get("SELECT id FROM line_messages"))
    for stranger in (SECOND, COORDINATOR):
        for action in (f"line.open:{number}", f"line.reply:{row['id']}", "line.reply:4711", "line.open:x"):
            await here.press(stranger, action)
        await here.say(stranger, "我来插句话", reply_to="1")
    assert await here.count("line_messages") == 1
    assert await here.count("dialogues", "form = 'line'") == 1


async def test_who_looks_after_it_by_their_role_is_not_on_it(here: Service) -> None:
    number = await taken(here)
    await here.press(COORDINATOR, f"line.open:{number}")
    assert "办不了" in (await here.last(COORDINATOR)).text
    assert await here.count("dialogues", "form = 'line'") == 0


async def test_a_helpers_first_words_are_the_first_contact(service: Service) -> None:
    number = await talking(service)
    await service.say(RESIDENT, "几点来")
    assert await state(service) == "claimed", "what the resident says is no contact by the helper"
    await service.press(HELPER, f"line.open:{number}")
    assert await state(service) == "claimed"
    await service.say(HELPER, "三点")
    assert await state(service) == "contacted"
    await service.say(HELPER, "在家吗")
    assert await service.count("request_events", "move = 'contact'") == 1
    assert await service.count("assignments", "contacted_at IS NOT NULL") == 1


async def test_whoever_cannot_be_reached_is_named_to_the_speaker(here: Service) -> None:
    await talking(here)

    def gone(tx: Transaction) -> None:
        address = addresses.find(tx, ACCOUNT, HELPER)
        assert address is not None
        addresses.mark(tx, address.id, "gone", "blocked")

    await here.database.turn(gone)
    await here.say(RESIDENT, "在吗，我电话 13800138000")
    assert "没能转过去" in (await here.last(RESIDENT)).text
    assert await here.count("reveals", "what = 'phone in words'") == 0, "nobody was shown it"


async def test_what_cannot_be_passed_on_is_said_so(here: Service) -> None:
    await talking(here)
    await here.say(RESIDENT, "")  # a dice, a poll
    assert "转不过去" in (await here.last(RESIDENT)).text
    assert await here.count("line_messages") == 0


async def test_a_file_that_is_too_large_is_named_and_the_words_go_on(here: Service) -> None:
    await talking(here)
    large = Attachment("file", file="f", name="film.mp4", size=30_000_000)
    await here.say(RESIDENT, "看看这个", media=(large,))
    assert await copies(here) == ["王阿姨：看看这个"]
    assert "收不下" in (await here.last(RESIDENT)).text


async def test_a_number_that_an_edit_brings_is_logged_once(here: Service) -> None:
    await talking(here)
    await here.say(RESIDENT, "打我电话", message="m1")

    async def logged() -> int:
        return await here.count("reveals", "what = 'phone in words'")

    assert await logged() == 0
    for words, times in (("打我电话 13800138000", 1), ("打我电话 13800138000 谢谢", 1), ("打 13700137000", 2)):
        await here.say(RESIDENT, words, message="m1", edited=True)
        assert await logged() == times, words
    assert (await copies(here))[-1] == "王阿姨：打 13700137000"
    assert await here.count("line_messages") == 1


async def test_an_edit_of_words_that_wait_for_their_photo_goes_out_with_it(here: Service) -> None:
    await talking(here)
    await here.say(RESIDENT, "三楼", message="m1", media=(picture(1),))
    await here.say(RESIDENT, "四楼", message="m1", edited=True, media=(picture(2),))
    assert await copies(here) == []
    await here.database.turn(lambda tx: _fetched(here, tx, _waiting(tx)[0]))
    assert await copies(here) == ["王阿姨：四楼"]


async def test_of_files_that_come_at_once_the_message_goes_out_once_with_all(service: Service) -> None:
    """Two processes fetch the two photos of an album: whichever is last passes it on, and only that one."""
    await talking(service)
    await service.say(RESIDENT, "两盏灯", media=(picture(1), picture(2)))
    first, second = await service.database.read(_waiting)

    async def arrive(number: int) -> None:
        await service.database.turn(lambda tx: _fetched(service, tx, number))

    await asyncio.gather(arrive(first), arrive(second))
    (copy,) = [each for each in await service.said(HELPER) if (each.key or "").startswith("line:")]
    assert copy.text == "王阿姨：两盏灯" and len(copy.message.media) == 2 and copy.choices == ()


async def test_a_file_that_comes_after_the_end_is_not_passed_on_and_its_sender_hears_so(here: Service) -> None:
    await talking(here)
    await here.say(RESIDENT, "看", media=(picture(1),))
    await here.database.turn(lambda tx: tx.run("UPDATE service_requests SET state = 'done'"))
    await here.database.turn(lambda tx: _fetched(here, tx, _waiting(tx)[0]))
    assert await copies(here) == []
    assert "这条没有转过去" in (await here.last(RESIDENT)).text


async def test_leaving_takes_what_one_said_along(here: Service) -> None:
    await talking(here)
    await here.say(RESIDENT, "我膝盖不好")
    await here.press(RESIDENT, "leave.sure")
    assert await here.count("line_messages") == 0
    assert (await here.database.read(lambda tx: _person(tx, RESIDENT))).state == "left"


async def test_both_who_asked_and_for_whom_it_is_are_on_the_line(here: Service) -> None:
    number = await taken(here)

    def help_another(tx: Transaction) -> None:
        helped = _person(tx, SECOND)
        tx.run("UPDATE service_requests SET helped_id = :id WHERE id = :request", id=helped.id, request=number)

    await here.database.turn(help_another)
    await here.press(HELPER, f"line.open:{number}")
    await here.say(HELPER, "我到楼下了，电话 13700137000")
    for each in (RESIDENT, SECOND):
        assert "我到楼下了" in (await copies(here, each))[-1]
    shown = await here.database.read(lambda tx: reveals.of_subject(tx, _person(tx, HELPER).id))
    readers = await here.database.read(lambda tx: {_person(tx, user).id for user in (RESIDENT, SECOND)})
    assert {each.actor_id for each in shown} == readers


def _person(tx: Transaction, user: str) -> Any:
    found = people.read_by_code(tx, SEATS[user])
    assert found is not None
    return found


def _waiting(tx: Transaction) -> list[int]:
    """The media whose bytes are not with us."""
    return [row["id"] for row in tx.all("SELECT id FROM media WHERE digest IS NULL ORDER BY id")]


def _fetched(here: Service, tx: Transaction, number: int) -> None:
    """What a worker does when it has fetched a file."""
    media.fetched(tx, number, f"{number:064x}"[-64:], "image/jpeg", 9)
    relaying.arrived(Speaker(tx, here.clock.now(), demo_community()), number)


async def test_a_talk_is_only_as_long_as_its_request_is_in_hand(here: Service) -> None:
    number = await talking(here)
    for name in ("submitted", "accepted", "dispatched", "disputed", "done", "confirmed", "cancelled", "reopened"):

        def lies(tx: Transaction, name: str = name) -> bool:
            tx.run("UPDATE service_requests SET state = :state", state=name)
            request = service_requests.read(tx, number)
            assert request is not None
            return bool(relaying.those_on(Speaker(tx, here.clock.now(), demo_community()), request))

        assert not await here.database.turn(lies), name
    await here.say(RESIDENT, "还在吗")
    assert await here.database.read(lambda tx: line.of_request(tx, number, 9)) == []
