"""The stream of events: it resumes, misses nothing and says nothing twice."""

import asyncio
import random
from datetime import UTC, datetime

import pytest

from bot.channels import Button, Envelope
from bot.channels.web import events as events_module
from storage import addresses, people, web_chat
from storage.transaction import Transaction
from tests.bot.channels.web.stage import Stage, Visitor


async def visitor_and_user(stage: Stage) -> tuple[Visitor, str]:
    visitor = await stage.visitor()
    await visitor.say("hello")
    return visitor, stage.received[-1].user


async def test_at_first_the_newest_fifty_then_what_comes(stage: Stage) -> None:
    visitor, user = await visitor_and_user(stage)
    for number in range(60):
        await stage.channel.send(Envelope(chat=user, text=str(number)))
    async with visitor.listen() as events:
        told = await events.next()
        assert told["fresh"] == ["me"]
        assert [message["text"] for message in told["messages"]] == [str(number) for number in range(10, 60)]
        await stage.channel.send(Envelope(chat=user, text="new"))
        told = await events.next()
    assert told == {"fresh": [], "messages": told["messages"]}
    assert [message["text"] for message in told["messages"]] == ["new"]


async def test_earlier_messages_can_be_asked_for(stage: Stage) -> None:
    visitor, user = await visitor_and_user(stage)
    for number in range(60):
        await stage.channel.send(Envelope(chat=user, text=str(number)))
    async with visitor.listen() as events:
        first = (await events.next())["messages"][0]["number"]
    earlier = (await visitor.http.get(f"/chat/me/messages?before={first}")).json()["messages"]
    assert [message["text"] for message in earlier] == ["hello", *(str(number) for number in range(10))]
    for wrong in ("", "x", "-1", "9" * 30, "٣"):
        assert (await visitor.http.get("/chat/me/messages", params={"before": wrong})).status_code == 422


@pytest.mark.parametrize("header", [True, False])
async def test_it_resumes_where_it_stopped(stage: Stage, header: bool) -> None:
    visitor, user = await visitor_and_user(stage)
    first = await stage.channel.send(Envelope(chat=user, text="one"))
    async with visitor.listen() as events:
        await events.next()
    await stage.channel.send(Envelope(chat=user, text="two"))
    await stage.channel.edit(Envelope(chat=user, text="one, changed"), first)
    async with visitor.listen(events.position, header=header) as again:
        told = await again.next()
    assert [message["text"] for message in told["messages"]] == ["two", "one, changed"]
    assert told["fresh"] == []


async def test_nothing_is_missed_and_nothing_comes_twice_while_the_line_breaks(stage: Stage) -> None:
    visitor, user = await visitor_and_user(stage)
    rng, total = random.Random(7), 150
    seen: list[str] = []

    async def write() -> None:
        for number in range(total):
            await stage.channel.send(Envelope(chat=user, text=str(number)))
            if not number % 10:
                await asyncio.sleep(0)

    writing = asyncio.create_task(write())
    position = ""
    while len(seen) < total:
        async with visitor.listen(position) as events:
            for _ in range(rng.randint(1, 3)):
                seen += [message["text"] for message in (await events.next())["messages"] if not message["own"]]
                position = events.position
                if len(seen) >= total:
                    break
    await writing
    assert seen == [str(number) for number in range(total)]


async def test_more_than_one_slice_comes_whole(stage: Stage) -> None:
    visitor, user = await visitor_and_user(stage)
    async with visitor.listen() as events:
        await events.next()
    for number in range(450):
        await stage.channel.send(Envelope(chat=user, text=str(number)))
    async with visitor.listen(events.position) as again:
        told = await again.messages(450)
    assert [message["text"] for message in told] == [str(number) for number in range(450)]


async def test_what_another_process_writes_is_seen(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(events_module, "HEARTBEAT_SECONDS", 3600)  # it looks again at each beat, too
    visitor, user = await visitor_and_user(stage)
    async with visitor.listen() as events:
        await events.next()
        now = datetime(2026, 11, 23, tzinfo=UTC)
        await stage.db.turn(lambda tx: web_chat.add(tx, user, '{"text": "from elsewhere"}', {}, now=now))
        assert [message["text"] for message in await events.messages(1)] == ["from elsewhere"]


async def test_a_changed_message_comes_with_its_new_choices(stage: Stage) -> None:
    visitor, user = await visitor_and_user(stage)
    message = await stage.channel.send(Envelope(chat=user, text="a", buttons=(Button("是", "yes"),)))
    async with visitor.listen() as events:
        before = (await events.next())["messages"][-1]
        await stage.channel.edit(Envelope(chat=user, text="b"), message)
        after = (await events.messages(1))[0]
    assert before["buttons"] == [["是", "yes"]] and after["buttons"] == []
    assert (after["id"], after["number"], after["text"]) == (before["id"], before["number"], "b")
    assert after["changed"] > before["changed"]


async def test_a_notice_goes_to_who_pressed_alone(stage: Stage) -> None:
    visitor, user = await visitor_and_user(stage)
    other, others_key = await visitor_and_user(stage)
    async with visitor.listen() as events, other.listen() as others:
        await events.next()
        await others.next()
        await stage.channel.toast(f"{user}:press-0001", "已经有人接了")
        await stage.channel.toast(f"{others_key}:press-0001", "yours")
        await stage.channel.toast("nobody:press-0001", "lost")
        assert await events.next("toast") == {"text": "已经有人接了"}
        assert await others.next("toast") == {"text": "yours"}


async def test_a_menu_reaches_the_page_and_shows_no_bubble(stage: Stage) -> None:
    visitor, user = await visitor_and_user(stage)
    async with visitor.listen() as events:
        assert (await events.next("chats"))[0]["menu"] == []
        await stage.channel.send(Envelope(chat=user, menu=(("help", "帮助"),)))
        assert (await events.next("chats"))[0]["menu"] == [["help", "帮助"]]
    assert len((await visitor.http.get("/chat/me/messages?before=999")).json()["messages"]) == 1


async def test_the_page_hears_that_its_reader_chose_large_letters(stage: Stage) -> None:
    visitor, user = await visitor_and_user(stage)

    def chooses(tx: Transaction) -> None:
        person = people.create(tx, "zh-CN", stage.clock())
        person.elder = True
        people.save(tx, person)
        addresses.create(tx, account="web", user=user, chat=user, person_id=person.id, now=stage.clock())

    async with visitor.listen() as events:
        assert (await events.next("chats"))[0]["elder"] is False
        await stage.db.turn(chooses)
        await stage.channel.send(Envelope(chat=user, text="好了"))
        assert (await events.next("chats"))[0]["elder"] is True


@pytest.mark.parametrize("after", ["me=999", "me=-1", "me=x", "nonsense", "=&=&", "me=1" * 900, "other=1"])
async def test_a_position_that_makes_no_sense_starts_afresh(stage: Stage, after: str) -> None:
    visitor, _ = await visitor_and_user(stage)
    async with visitor.listen(after) as events:
        told = await events.next()
    assert told["fresh"] == ["me"] and len(told["messages"]) == 1


async def test_stopping_ends_the_streams(stage: Stage) -> None:
    visitor, _ = await visitor_and_user(stage)
    async with visitor.listen() as events:
        await events.next()
        assert stage.channel.standing().details["streams"] == "1"
        await stage.channel.stop()
        with pytest.raises(StopAsyncIteration):
            await events.next()


async def test_an_older_page_gives_way(stage: Stage) -> None:
    visitor, _ = await visitor_and_user(stage)
    async with visitor.listen() as oldest:
        await oldest.next()
        opened = [visitor.listen() for _ in range(8)]
        for one in opened:
            await one.__aenter__()
        with pytest.raises(StopAsyncIteration):
            await oldest.next()
        for one in opened:
            await one.__aexit__(None, None, None)
