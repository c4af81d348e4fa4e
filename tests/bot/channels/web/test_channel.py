"""The channel as delivery sees it."""

from pathlib import Path

import pytest

from bot.channels import Channel, Envelope, Failure, Medium, SendError
from bot.channels.web import WebChannel
from handlers.incoming import Position
from storage.database import open_database
from storage.media import MediaFolder
from storage.sealing import Keyring
from tests.bot.channels.web.stage import Stage


def as_channel(channel: WebChannel) -> Channel:
    """The protocol is kept (the type checker says so, too)."""
    return channel


async def test_what_it_is(stage: Stage) -> None:
    channel = as_channel(stage.channel)
    assert channel.account == "web"
    assert channel.abilities.sensitive and channel.abilities.buttons and channel.abilities.edits
    assert not channel.standing().trouble


async def test_a_message_with_everything(stage: Stage) -> None:
    visitor = await stage.visitor()
    await visitor.say("hello", client_id="question-1")
    envelope = Envelope(
        chat=stage.received[0].user,
        text="在哪里？",
        position=Position(30.5, 114.25),
        wants="position",
        wants_label="发送位置",
        reply_to="question-1",
        media=(Medium("file", b"data", name="表.xlsx"),),
    )
    message = await stage.channel.send(envelope)
    shown = (await visitor.http.get("/chat/me/messages?before=999")).json()["messages"][-1]
    assert (shown["id"], shown["text"], shown["own"], shown["member"]) == (message, "在哪里？", False, "")
    assert (shown["position"], shown["wants"], shown["wants_label"]) == ([30.5, 114.25], "position", "发送位置")
    assert shown["reply_to"] == "question-1"
    assert shown["media"][0]["name"] == "表.xlsx"


@pytest.mark.parametrize("message", ["", "menu", "12", "-1", "9" * 19, "9" * 40, str(2**63 - 1), "١"])
async def test_editing_what_is_not_there(stage: Stage, message: str) -> None:
    with pytest.raises(SendError) as caught:
        await stage.channel.edit(Envelope(chat="somebody", text="x"), message)
    assert caught.value.failure is Failure.MISSING


async def test_editing_in_another_chat_changes_nothing(stage: Stage) -> None:
    visitor = await stage.visitor()
    await visitor.say("hello")
    message = await stage.channel.send(Envelope(chat=stage.received[0].user, text="yours"))
    with pytest.raises(SendError):
        await stage.channel.edit(Envelope(chat="somebody else", text="x"), message)
    shown = (await visitor.http.get("/chat/me/messages?before=999")).json()["messages"]
    assert shown[-1]["text"] == "yours"


async def test_a_full_disk_is_tried_again_later(tmp_path: Path) -> None:
    db = await open_database(f"sqlite:///{tmp_path}/small.db", Keyring.fresh(), max_pages=600)
    try:
        channel = WebChannel(
            db,
            MediaFolder(tmp_path / "media", db),
            secret=b"x",
            public_url="",
            words=lambda key, language: key,
            rooms=lambda tx, user: (),
            clock=Stage(db, None, "").clock,  # type: ignore[arg-type]
        )
        with pytest.raises(SendError) as caught:
            for _ in range(500):
                await channel.send(Envelope(chat="somebody", text="长" * 3000))
        assert caught.value.failure is Failure.TRY_AGAIN
    finally:
        await db.close()


async def test_files_are_not_fetched(stage: Stage) -> None:
    with pytest.raises(SendError) as caught:
        await stage.channel.fetch("anything")
    assert caught.value.failure is Failure.NEVER


async def test_words_rest_sealed(stage: Stage, tmp_path: Path) -> None:
    visitor = await stage.visitor()
    await visitor.say("my-secret-words")
    await stage.channel.send(Envelope(chat=stage.received[0].user, text="their-secret-answer"))
    rested = b"".join(path.read_bytes() for path in tmp_path.glob("linli.db*"))
    assert b"web_messages" in rested
    assert b"my-secret-words" not in rested and b"secret-answer" not in rested
