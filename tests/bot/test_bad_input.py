"""Any bytes from any channel get an answer or a refusal in words: never a failed turn, never one that is lost."""

from dataclasses import replace
from pathlib import Path

import pytest

from bot.channels import Unavailable
from bot.cleaning import MOST_NAME, clean, clean_name
from bot.intake import MOST_TEXT
from handlers.incoming import Attachment, Contact, Position, Press
from storage import media, people
from storage.media import MediaFolder
from tests.bot.sending import found
from tests.bot.stage import GROUP, HELPER, LAMP, RESIDENT, Service

MILLION = "灯" * 1_000_000
ODD = {
    "a million characters": MILLION,
    "a million digits": "1" * 1_000_000,
    "a million line breaks": "\n" * 1_000_000,
    "control characters": "灯\x00坏\x07了\x1b[31m\x7f\x85",
    "bidirectional marks": "灯\u202e坏\u2066了\u200f\u061c",
    "lone surrogates": "灯\ud83d坏\udc00了",
    "emoji only": "😀👨‍👩‍👧‍👦🇨🇳" * 20,
    "nothing": "",
    "white space": " \t\n\u3000\u00a0",
    "HTML": "<b>灯</b><script>alert(1)</script>&amp;",
    "Markdown": "*灯* _坏_ [了](http://x) `a` ~~b~~ ||c||",
    "SQL": "'; DROP TABLE people; --",
    "format signs": "{name} %s %(x)s ${x} { $phone }",
    "combining": "灯" + "\u0301" * 5000,
    "right to left": "مرحبا שלום",
    "a number too long": "9" * 400,
    "full width": "ＨＥＬＰ１２３",
    "unassigned": "\U000e0001\U0010ffff\ufffe",
}


@pytest.mark.parametrize("words", ODD.values(), ids=ODD.keys())
async def test_odd_words_are_answered(here: Service, words: str) -> None:
    await here.say(RESIDENT, words, name=words[:200])
    await here.say("999", words, name=words[:200])
    for user in (RESIDENT, "999"):
        assert await here.said(user)
    await here.command(RESIDENT, "my", words)
    await here.command(RESIDENT, "language", words)
    await here.say(RESIDENT, words, edited=True)
    await here.press(RESIDENT, words[:64])
    await here.press(RESIDENT, f"ask.item:{words[:50]}")
    assert await here.count("parked_turns") == 0


async def test_odd_words_on_postgresql(service: Service) -> None:
    """Its text columns take no NUL and no half characters: every odd text in one go."""
    for name, words in ODD.items():
        service.clock.forward(5)
        await service.say(f"user {name}", words, name=words[:200])
        await service.press(RESIDENT, f"ask.item:{words[:20]}")
        photo = (Attachment("file", file="F", name=words[:100], mime=words[:50], size=3),)
        await service.say(RESIDENT, words, media=photo)
    assert await service.count("parked_turns") == 0
    assert await service.count("inbox") == 3 * len(ODD)


async def test_a_long_text_is_kept_whole(here: Service, tmp_path: Path) -> None:
    words = "楼道灯坏了，修一下。" * 1000
    await here.say(RESIDENT, words)
    rows = await here.database.read(lambda tx: tx.all("SELECT digest, mime FROM media"))
    (kept,) = [row for row in rows if row["mime"] == "text/plain"]
    assert MediaFolder(tmp_path / "media", here.database).get(kept["digest"]).decode() == words
    assert "楼道灯坏了" in (await here.last(RESIDENT)).text
    medium = await here.database.read(lambda tx: media.by_digest(tx, kept["digest"]))
    assert medium is not None and medium.size == len(words.encode()) > MOST_TEXT


async def test_a_folder_that_cannot_be_written_loses_nothing(here: Service, tmp_path: Path) -> None:
    (tmp_path / "media").write_text("a file stands where the folder should be")
    event = here.event(RESIDENT, "楼道灯坏了。" + "很长" * 5000)
    with pytest.raises(Unavailable):
        await here.intake.receive(event)
    assert await here.count("inbox") == 0
    (tmp_path / "media").unlink()
    await here.intake.receive(event)
    assert await here.count("inbox") == 1


async def test_names_are_shown_as_they_are(here: Service) -> None:
    """Nobody is greeted in bold, and nothing is escaped twice: messages are plain text."""
    name = "<b>王*阿_姨*</b>&amp;"
    await here.say("999", "你好", name=name)
    await here.press("999", "join.agree", name=name)
    await here.press("999", "join.name:~", name=name)
    await here.press("999", "form.skip:community", name=name)
    assert "<b>王*阿_姨*</b>&amp;"[:20] in "\n".join(one.text for one in await here.said("999"))
    person = await here.database.read(lambda tx: people.read(tx, found(tx, "999").person_id or 0))
    assert person.name == name[:20]


async def test_attachments_of_every_kind_without_words_open_a_case(here: Service) -> None:
    """A voice out of the blue is heard by a person: nothing here understands it."""
    for number, kind in enumerate(("photo", "voice", "file", "video", "sticker")):
        user = f"user {kind}"
        await here.say(user, "你好")
        await here.press(user, "join.agree")
        await here.press_label(user, "新邻居")
        await here.press(user, "form.skip:community")
        await here.say(user, media=(Attachment(kind, file=f"F{number}", size=10),))  # type: ignore[arg-type]
        answer = "值班的人" if kind == "voice" else "哪方面"
        assert answer in (await here.last(user)).text, kind


async def test_a_file_that_is_too_large_is_refused_in_words(here: Service) -> None:
    await here.say(RESIDENT, media=(Attachment("video", file="F", size=2_000_000_000),))
    assert any("收不下" in one.text for one in await here.said(RESIDENT))
    assert await here.count("media") == 0 and await here.count("tasks") == 0


async def test_contacts_and_places_that_cannot_be(here: Service) -> None:
    await here.press(RESIDENT, "menu.ask")
    await here.press(RESIDENT, "ask.item:pub.light")
    for phone in ("", "abc", "1" * 500, "+", "\x00", "＋８６１３０００００"):
        await here.say(RESIDENT, contact=Contact(phone))
    for point in (Position(0, 0), Position(-90, 180), Position(float("nan"), float("inf")), Position(1e300, -1e300)):
        await here.say(RESIDENT, position=point)
    assert await here.count("parked_turns") == 0


async def test_a_choice_pressed_twice_and_by_somebody_else(here: Service) -> None:
    card = await here.ask_for_lamp()
    confirm = next(one for one in await here.said(RESIDENT) if one.key and one.key.startswith("form:"))
    await here.press(RESIDENT, confirm.action("确认") if confirm.choices else "ask.confirm:yes")
    assert await here.count("service_requests") == 1
    await here.press(HELPER, "ask.confirm:yes")
    assert "最新的一条" in (await here.last(HELPER)).text
    await here.press_in_group(RESIDENT, card)
    assert here.toasts[-1] == (RESIDENT, "这一步您现在办不了，有需要请找服务台。")
    await here.press_in_group(HELPER, card)
    await here.press_in_group(HELPER, card)
    assert here.toasts[-1][1].startswith("已经有人接了")
    assert await here.count("request_events", "to_state = 'claimed'") == 1


async def test_own_requests_are_not_taken_by_oneself(here: Service) -> None:
    await here.say(HELPER, LAMP)
    await here.press_label(HELPER, "确认")
    await here.press_in_group(HELPER, (await here.last(GROUP)).action("我来"))
    assert "您自己提的" in here.toasts[-1][1]


async def test_a_press_without_an_id_is_still_handled(here: Service) -> None:
    event = replace(here.event(RESIDENT), press=Press("", "menu.my"))
    await here.intake.receive(event)
    assert "还没有提过" in (await here.last(RESIDENT)).text


def test_cleaning_keeps_words_and_takes_what_confuses() -> None:
    assert clean("a\r\nb\rc\td") == "a\nb\nc\td"
    assert clean("e\u0301") == "\u00e9"
    for odd in ODD.values():
        assert clean(clean(odd[:5000])) == clean(odd[:5000])
        clean(odd[:5000]).encode()
    assert clean_name("  王\n阿\u202e姨  ") == "王 阿姨"
    assert len(clean_name("长" * 500)) == MOST_NAME
