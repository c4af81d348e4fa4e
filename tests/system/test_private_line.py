"""The private line over Telegram's real rules: answers arrive as answers, edits as edits, albums as one message."""

import io
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from tests.bot.stage import HELPER, LAMP, NIGHT
from tests.botapi import BotApi, Sent
from tests.system.stage import AUNT, TEAM, Town, town

LI = int(HELPER)


def picture(colour: str) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (64, 48), colour).save(out, "JPEG")
    return out.getvalue()


def number_of(update: Any) -> int:
    return int(update["message"]["message_id"])


async def talking(place: Town) -> None:
    """A request that is taken, and the resident's talk is open."""
    place.api.text(AUNT, LAMP)
    await place.press(AUNT, "确认")
    await place.hears(TEAM, "新任务")
    await place.press(HELPER, "我来", chat=TEAM)
    await place.press(AUNT, "说话")
    await place.hears(AUNT, "现在您说的话会转给")
    await place.quiet()


async def said(place: Town, words: str, **where: Any) -> tuple[int, Sent]:
    """The resident says something; returns her message's id and the helper's copy."""
    own = number_of(place.api.text(AUNT, words, **where))
    return own, await place.hears(LI, f"王阿姨：{words}")


async def test_answers_stand_below_what_they_answer_on_both_sides(here: Town) -> None:
    await talking(here)
    own, copy = await said(here, "几点来")
    here.api.text(LI, "三点", reply_to=copy.message_id)
    answer = await here.hears(AUNT, "：三点")
    assert answer.reply_to == own, "an answer to her own words quotes them"
    here.api.text(AUNT, "好的", reply_to=answer.message_id)
    back = await here.hears(LI, "王阿姨：好的")
    helpers = [one.id for one in here.api.chat(LI) if one.text == "三点"]
    assert [back.reply_to] == helpers


async def test_an_answer_to_what_is_gone_arrives_all_the_same(here: Town) -> None:
    await talking(here)
    own, copy = await said(here, "几点来")
    del here.api.world.chats[AUNT].messages[own]  # she has deleted her words
    here.api.text(LI, "三点", reply_to=copy.message_id)
    answer = await here.hears(AUNT, "：三点")
    assert answer.reply_to is None


async def test_an_edit_changes_the_copy_where_it_stands(here: Town) -> None:
    await talking(here)
    own, copy = await said(here, "三楼")
    here.api.edit(AUNT, own, "四楼，不是三楼")
    changed = await here.hears(LI, "四楼，不是三楼")
    assert changed.message_id == copy.message_id and "王阿姨：" in changed.text_now
    assert [label for label, _ in changed.buttons] == ["回复"]


async def test_an_album_is_one_with_its_caption_and_a_changed_caption_changes_it(here: Town) -> None:
    await talking(here)
    first, *_ = here.api.album(AUNT, [picture("red"), picture("blue")], "两盏灯")
    copy = await here.hears(LI, "王阿姨：两盏灯")
    await here.quiet()
    parts = [one for one in here.api.sent_to(LI) if one.album == copy.album]
    assert copy.album and len(parts) == 2 and parts[0].message_id == copy.message_id
    here.api.edit(AUNT, number_of(first), "两盏都坏了")
    changed = await here.hears(LI, "王阿姨：两盏都坏了")
    assert changed.message_id == copy.message_id
    here.api.text(LI, "看到了", reply_to=copy.message_id)
    answer = await here.hears(AUNT, "：看到了")
    assert answer.reply_to == number_of(first)


async def test_an_album_of_which_one_photo_cannot_be_fetched_loses_only_that(here: Town) -> None:
    await talking(here)
    here.api.album(AUNT, [picture("red"), b"no picture at all"], "两盏灯")
    copy = await here.hears(LI, "王阿姨：两盏灯")
    await here.hears(AUNT, "格式我收不了")
    assert copy.method == "sendPhoto" and copy.album is None


async def test_a_photo_that_telegram_will_not_give_is_told_to_its_sender(here: Town) -> None:
    await talking(here)
    here.api.fail_next("getFile", 400, "Bad Request: file is too big", times=1)
    here.api.photo(AUNT, picture("red"), "看这里")
    await here.hears(AUNT, "没能收到")
    copy = await here.hears(LI, "王阿姨：看这里")
    assert copy.method == "sendMessage"


async def test_a_sticker_is_the_same_sticker(here: Town) -> None:
    await talking(here)
    update = here.api.sticker(AUNT, b"moving picture")
    await here.hears(LI, "发来一个表情")
    sent = next(one for one in here.api.sent_to(LI) if one.method == "sendSticker")
    assert sent.file_id == update["message"]["sticker"]["file_id"]


async def test_nobodys_number_or_name_on_telegram_reaches_the_other(here: Town) -> None:
    await talking(here)
    await said(here, "在吗")
    here.api.text(LI, "在的")
    await here.press(HELPER, "回复")
    here.api.text(LI, "马上来")
    await here.hears(AUNT, "：马上来")
    shown = "".join(str(one.raw) for one in (*here.api.chat(AUNT), *here.api.chat(LI)) if one.sent is not None)
    own = "".join(one.text for one in here.api.chat(LI) if one.sent is not None)
    assert "forward" not in shown and str(AUNT) not in own


@pytest.mark.parametrize("night", [False, True])
async def test_at_night_words_come_without_a_sound(
    demo_sqlite_url: str, tmp_path: Path, api: BotApi, night: bool
) -> None:
    async with town(demo_sqlite_url, tmp_path, api) as place:
        await talking(place)
        if night:
            place.clock.forward((NIGHT - place.clock.now()).total_seconds())
        _, copy = await said(place, "明天再来也行")
        assert copy.silent is night
