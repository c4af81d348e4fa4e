"""What a page posts reaches the intake once, and is shown in its place."""

from typing import Any

import pytest

from bot.channels import Button, Envelope
from handlers.incoming import Incoming, Position
from tests.bot.channels.web.stage import Stage


async def test_words_reach_the_intake_and_come_back_as_a_bubble(stage: Stage) -> None:
    visitor = await stage.visitor()
    bubble = await visitor.say("楼道灯坏了", client_id="first-words-1")
    incoming = stage.received[0]
    assert (incoming.account, incoming.text, incoming.group, incoming.addressed) == ("web", "楼道灯坏了", False, True)
    assert incoming.update == f"{incoming.user}:first-words-1" and incoming.chat == incoming.user
    assert (incoming.message, incoming.language) == ("first-words-1", "zh-CN")
    assert (bubble["text"], bubble["own"], bubble["client"]) == ("楼道灯坏了", True, "first-words-1")
    assert incoming.user not in str(bubble)


async def test_the_same_message_again_is_the_same_event_and_one_bubble(stage: Stage) -> None:
    visitor = await stage.visitor()
    first = await visitor.say("hello", client_id="same-name-1")
    again = await visitor.say("hello", client_id="same-name-1")
    assert again["id"] == first["id"]
    assert len({incoming.update for incoming in stage.received}) == 1
    shown = (await visitor.http.get("/chat/me/messages?before=999")).json()["messages"]
    assert [message["text"] for message in shown] == ["hello"]


async def test_what_could_not_be_stored_is_not_shown_until_it_is(stage: Stage) -> None:
    visitor = await stage.visitor()
    stage.down = True
    answer = await visitor.post({"client_id": "try-again-1", "text": "hello"})
    assert (answer.status_code, answer.json()["error"]) == (503, "unavailable")
    assert (await visitor.http.get("/chat/me/messages?before=999")).json()["messages"] == []
    stage.down = False
    await visitor.say("hello", client_id="try-again-1")
    assert len((await visitor.http.get("/chat/me/messages?before=999")).json()["messages"]) == 1


async def test_an_answer_never_stands_above_its_question(stage: Stage) -> None:
    async def answer(incoming: Incoming) -> None:
        await stage.channel.send(Envelope(chat=incoming.chat, text="answer"))

    stage.then = answer
    visitor = await stage.visitor()
    await visitor.say("question")
    shown = (await visitor.http.get("/chat/me/messages?before=999")).json()["messages"]
    assert [message["text"] for message in shown] == ["question", "answer"]


@pytest.mark.parametrize(
    ("text", "command", "args"),
    [
        ("/start inv_abc", "start", "inv_abc"),
        ("／Help", "help", ""),
        ("/lang@linli_bot  en", "lang", "en"),
        ("/中文", None, ""),
        ("1/2", None, ""),
    ],
)
async def test_commands(stage: Stage, text: str, command: str | None, args: str) -> None:
    await (await stage.visitor()).say(text)
    assert (stage.received[0].command, stage.received[0].args) == (command, args)


async def test_a_command_from_the_menu_is_shown_by_its_label(stage: Stage) -> None:
    visitor = await stage.visitor()
    assert (await visitor.say("/help", shown="帮助"))["text"] == "帮助"
    assert (await visitor.say("no command", shown="something else"))["text"] == "no command"


async def asked(stage: Stage) -> tuple[Any, str, str]:
    visitor = await stage.visitor()
    await visitor.say("hello")
    user = stage.received[-1].user
    buttons = (Button("是", "answer:yes"), Button("否", "answer:no"))
    message = await stage.channel.send(Envelope(chat=user, text="?", buttons=buttons))
    return visitor, user, message


async def test_a_pressed_choice_is_handed_on_and_marked(stage: Stage) -> None:
    visitor, user, message = await asked(stage)
    press = {"action": "answer:no", "message": message}
    assert (await visitor.post({"client_id": "press-0001", "press": press})).status_code == 200
    incoming = stage.received[-1]
    assert incoming.press is not None
    assert (incoming.press.id, incoming.press.action, incoming.message) == (f"{user}:press-0001", "answer:no", message)
    shown = (await visitor.http.get("/chat/me/messages?before=999")).json()["messages"]
    assert shown[-1]["chosen"] == 1


async def test_a_choice_is_not_marked_on_a_bubble_that_changed_meanwhile(stage: Stage) -> None:
    visitor, user, message = await asked(stage)

    async def change(incoming: Incoming) -> None:
        again = (Button("否", "answer:no"),)
        await stage.channel.edit(Envelope(chat=user, text="really?", buttons=again), message)

    stage.then = change
    await visitor.post({"press": {"action": "answer:no", "message": message}})
    shown = (await visitor.http.get("/chat/me/messages?before=999")).json()["messages"]
    assert (shown[-1]["text"], shown[-1]["chosen"]) == ("really?", None)


async def test_choices_that_last_stay_open_after_a_press(stage: Stage) -> None:
    visitor = await stage.visitor()
    await visitor.say("hello")
    buttons = (Button("回复", "line.reply:1"),)
    envelope = Envelope(chat=stage.received[-1].user, text="小李：在吗", buttons=buttons, lasting=True)
    message = await stage.channel.send(envelope)
    for _ in range(2):
        answer = await visitor.post({"press": {"action": "line.reply:1", "message": message}})
        assert answer.status_code == 200
    shown = (await visitor.http.get("/chat/me/messages?before=999")).json()["messages"]
    assert (shown[-1]["chosen"], shown[-1]["lasting"]) == (None, True)


async def test_a_press_on_anothers_message_names_no_message(stage: Stage) -> None:
    _, _, message = await asked(stage)
    stranger = await stage.visitor()
    answer = await stranger.post({"press": {"action": "answer:no", "message": message}})
    assert answer.status_code == 200  # the handlers answer it with words
    assert stage.received[-1].message is None


async def test_a_position(stage: Stage) -> None:
    answer = await (await stage.visitor()).post({"latitude": 30.6342, "longitude": 114.3901}, "position")
    assert answer.status_code == 200
    assert stage.received[0].position == Position(30.6342, 114.3901)
    assert answer.json()["message"]["position"] == [30.6342, 114.3901]


async def test_ones_own_words_can_be_changed(stage: Stage) -> None:
    visitor = await stage.visitor()
    await visitor.say("楼道等坏了", client_id="to-change-1")
    changed = await visitor.say("楼道灯坏了", edit_of="to-change-1")
    assert (changed["text"], changed["edited"], changed["client"]) == ("楼道灯坏了", True, "to-change-1")
    incoming = stage.received[-1]
    assert (incoming.edited, incoming.message, incoming.text) == (True, "to-change-1", "楼道灯坏了")


async def test_anothers_words_cannot_be_changed(stage: Stage) -> None:
    await (await stage.visitor()).say("mine", client_id="not-yours-1")
    stranger = await stage.visitor()
    answer = await stranger.post({"text": "changed", "edit_of": "not-yours-1"})
    assert (answer.status_code, answer.json()["error"]) == (404, "gone")
    assert len(stage.received) == 1


async def test_a_very_long_text_is_handed_on_whole_and_shown_in_part(stage: Stage) -> None:
    bubble = await (await stage.visitor()).say("长" * 1_000_000)
    assert len(stage.received[0].text) == 1_000_000
    assert len(bubble["text"]) == 8001 and bubble["text"].endswith("…")


async def test_half_a_character_is_no_trouble(stage: Stage) -> None:
    visitor = await stage.visitor()
    body = b'{"client_id": "surrogate-1", "text": "a\\ud800b\\u0000c\\u202e"}'
    headers = {"Content-Type": "application/json"}
    answer = await visitor.http.post("/chat/me/messages", content=body, headers=headers)
    assert answer.status_code == 200
    assert stage.received[0].text == "a?b\0c\u202e"


WRONG = [
    (b"", 400),
    (b"{", 400),
    (b"\xff\xfe", 400),
    (b"[" * 100_000, 400),
    (b"[]", 422),
    (b'"text"', 422),
    (b"{}", 422),
    (b'{"client_id": "abcdefgh"}', 422),
    (b'{"client_id": "abcdefgh", "text": " \\n "}', 422),
    (b'{"client_id": "abcdefgh", "text": 7}', 422),
    (b'{"client_id": "abcdefgh", "text": ["a"]}', 422),
    (b'{"client_id": "../../etc", "text": "a"}', 422),
    (b'{"client_id": 7, "text": "a"}', 422),
    (b'{"client_id": "abcdefgh", "text": "a", "chat": {}}', 422),
    (b'{"client_id": "abcdefgh", "text": "a", "chat": "team:1"}', 404),
    (b'{"client_id": "abcdefgh", "text": "a", "reply_to": "x"}', 422),
    (b'{"client_id": "abcdefgh", "text": "a", "edit_of": "x"}', 422),
    (b'{"client_id": "abcdefgh", "press": "a"}', 422),
    (b'{"client_id": "abcdefgh", "press": {}}', 422),
    (b'{"client_id": "abcdefgh", "press": {"action": ""}}', 422),
    (b'{"client_id": "abcdefgh", "press": {"action": "' + "长".encode() * 30 + b'"}}', 422),
    (b'{"client_id": "abcdefgh", "press": {"action": "a", "message": "99999999999999999999"}}', 422),
    (b'{"client_id": "abcdefgh", "text": "' + b"a" * 1_000_001 + b'"}', 413),
    (b'{"client_id": "abcdefgh", "text": "' + b"a" * 5_000_000 + b'"}', 413),
    (b'{"client_id": "abcdefgh", "n": ' + b"1" * 10_000 + b"}", 400),
]


async def test_what_makes_no_sense_is_answered_with_a_sentence(stage: Stage) -> None:
    visitor = await stage.visitor()
    headers = {"Content-Type": "application/json"}
    for body, status in WRONG:
        answer = await visitor.http.post("/chat/me/messages", content=body, headers=headers)
        assert answer.status_code == status, body[:80]
        assert len(answer.json()["say"]) > 4
    assert not stage.received


@pytest.mark.parametrize("place", ["{}", '{"latitude": 91, "longitude": 0}', '{"latitude": NaN, "longitude": 0}',
                                   '{"latitude": "30", "longitude": 0}', '{"latitude": true, "longitude": 0}',
                                   '{"latitude": 0, "longitude": 1e999}'])  # fmt: skip
async def test_a_place_that_is_nowhere(stage: Stage, place: str) -> None:
    visitor = await stage.visitor()
    body = place.replace("{", '{"client_id": "abcdefgh", ', 1).replace(", }", "}")
    headers = {"Content-Type": "application/json"}
    answer = await visitor.http.post("/chat/me/position", content=body, headers=headers)
    assert answer.status_code == 422 and answer.json()["say"]


async def test_another_kind_of_body(stage: Stage) -> None:
    visitor = await stage.visitor()
    for path in ("messages", "position", "media"):
        answer = await visitor.http.post(f"/chat/me/{path}", content=b"a=b", headers={"Content-Type": "text/plain"})
        assert (answer.status_code, answer.json()["error"]) == (415, "wrong-kind")


async def test_after_stop_nothing_is_taken(stage: Stage) -> None:
    visitor = await stage.visitor()
    await stage.channel.stop()
    assert (await visitor.post({"text": "hello"})).status_code == 503
    assert (await visitor.http.get("/chat/me/events")).status_code == 503
    assert not stage.received
