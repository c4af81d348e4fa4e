"""Rooms: members read each other, nobody else reads anything."""

import pytest

from bot.channels import Envelope, Medium
from bot.channels.web import Room
from tests.bot.channels.web.pictures import jpeg
from tests.bot.channels.web.stage import Stage

TEAM = "team:1"


async def test_members_read_each_other(stage: Stage) -> None:
    li, zhao = await stage.member(TEAM, "小李"), await stage.member(TEAM, "小赵")
    async with zhao.listen() as events:
        chats = await events.next("chats")
        assert [(chat["chat"], chat["title"], chat["group"]) for chat in chats] == [
            ("me", "", False),
            (TEAM, "水电队", True),
        ]
        await events.next()
        await li.say("我下午有空", chat=TEAM)
        told = (await events.messages(1))[0]
    assert (told["chat"], told["text"], told["member"], told["own"], told["client"]) == (
        TEAM,
        "我下午有空",
        "小李",
        False,
        None,
    )
    assert stage.received[-1].user not in str(told)


async def test_talk_among_members_is_not_for_the_service(stage: Stage) -> None:
    li = await stage.member(TEAM, "小李")
    card = await stage.channel.send(Envelope(chat=TEAM, text="card"))
    talk = await li.say("吃饭了吗", chat=TEAM)
    expected = [
        ({"text": "好的", "reply_to": talk["id"]}, False, talk["client"]),
        ({"text": "我去", "reply_to": card}, True, card),
        ({"text": "/open"}, True, None),
        ({"text": "@邻里 有事吗"}, True, None),
        ({"text": "@linlijia 有事吗"}, False, None),
    ]
    assert not stage.received[-1].addressed and stage.received[-1].group
    for body, addressed, reply_to in expected:
        await li.post({"chat": TEAM, **body})
        incoming = stage.received[-1]
        assert (incoming.addressed, incoming.reply_to, incoming.chat) == (addressed, reply_to, TEAM), body
    assert "有事吗" in [incoming.text for incoming in stage.received]


async def test_a_press_in_a_room_marks_nothing_for_the_others(stage: Stage) -> None:
    li = await stage.member(TEAM, "小李")
    card = await stage.channel.send(Envelope(chat=TEAM, text="card", buttons=()))
    await li.post({"chat": TEAM, "press": {"action": "offer.accept:1", "message": card}})
    assert stage.received[-1].message == card
    shown = (await li.http.get(f"/chat/me/messages?chat={TEAM}&before=999")).json()["messages"]
    assert shown[0]["chosen"] is None


async def test_a_stranger_gets_nothing_of_a_room(stage: Stage) -> None:
    li, stranger = await stage.member(TEAM, "小李"), await stage.visitor()
    await li.say("only for us", chat=TEAM)
    count = len(stage.received)
    assert (await stranger.post({"text": "hi", "chat": TEAM})).status_code == 404
    assert (await stranger.post({"latitude": 1, "longitude": 1, "chat": TEAM}, "position")).status_code == 404
    assert (await stranger.upload(jpeg(), chat=TEAM)).status_code == 404
    assert (await stranger.http.get(f"/chat/me/messages?chat={TEAM}&before=999")).status_code == 404
    assert len(stage.received) == count
    async with stranger.listen(after=f"team%3A1=0&{TEAM}=0") as events:
        assert [chat["chat"] for chat in await events.next("chats")] == ["me"]
        await li.say("still only for us", chat=TEAM)
        await stranger.say("mine")
        assert [message["text"] for message in await events.messages(1)] == ["mine"]


async def test_anothers_private_chat_is_closed_also_by_its_name(stage: Stage) -> None:
    await (await stage.visitor()).say("my secret")
    owner = stage.received[-1].user
    stranger = await stage.visitor()
    assert (await stranger.http.get(f"/chat/me/messages?chat={owner}&before=999")).status_code == 404
    assert (await stranger.post({"text": "hi", "chat": owner})).status_code == 404


async def test_files_are_given_only_to_who_is_shown_them(stage: Stage) -> None:
    li, stranger = await stage.member(TEAM, "小李"), await stage.visitor()
    await stage.channel.send(Envelope(chat=TEAM, media=(Medium("photo", jpeg(), mime="image/jpeg"),)))
    shown = (await li.http.get(f"/chat/me/messages?chat={TEAM}&before=999")).json()["messages"]
    url = shown[-1]["media"][0]["url"]
    assert (await li.http.get(url)).status_code == 200
    assert (await stranger.http.get(url)).status_code == 404
    stage.members.clear()
    assert (await li.http.get(url)).status_code == 404


async def test_who_leaves_a_room_hears_no_more_of_it(stage: Stage) -> None:
    li, zhao = await stage.member(TEAM, "小李"), await stage.member(TEAM, "小赵")
    async with zhao.listen() as events:
        await events.next()
        zhaos_key = next(user for user, rooms in stage.members.items() if rooms[0].name == "小赵")
        del stage.members[zhaos_key]
        await li.say("gone?", chat=TEAM)
        assert [chat["chat"] for chat in await events.next("chats")] == ["me"]
        await zhao.say("still here")
        assert [message["text"] for message in await events.messages(1)] == ["still here"]


@pytest.mark.parametrize("chat", ["", "me"])
async def test_both_names_of_the_private_chat(stage: Stage, chat: str) -> None:
    await (await stage.visitor()).say("hello", chat=chat)
    assert not stage.received[0].group


async def test_who_joins_a_room_sees_it_on_the_open_page(stage: Stage) -> None:
    visitor = await stage.visitor()
    await visitor.say("hello")
    user = stage.received[-1].user
    await stage.channel.send(Envelope(chat=TEAM, text="earlier card"))
    async with visitor.listen() as events:
        await events.next()
        stage.members[user] = [Room(TEAM, "水电队", "小李")]
        await stage.channel.send(Envelope(chat=user, text="welcome to the team"))
        told = await events.next()
    assert told["fresh"] == [TEAM]
    assert {message["text"] for message in told["messages"]} == {"welcome to the team", "earlier card"}
