"""Delivery over a real Bot API server: order, outcomes, keyed messages, what is held and what is dropped."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.channels import Rates
from bot.outcomes import Outcomes
from handlers.message import Lane, Message, Text
from storage import addresses, media
from storage.addresses import group_user
from storage.database import Database
from storage.errors import Unavailable
from storage.media import MediaFolder
from storage.sending import Claimed
from storage.transaction import Transaction
from tests.bot.sending import Mail, delivering, found, mailing, new_api, offered
from tests.bot.stage import ACCOUNT, GROUP, HELPER, MORNING, NIGHT, RESIDENT, SECOND, Clock, Service
from tests.botapi import BotApi, Rules

ALONE = int(RESIDENT)


@pytest.fixture
def api() -> Iterator[BotApi]:
    with new_api(rules=Rules.without_rates()) as running:
        yield running


@pytest.fixture
async def mail(small: Database, api: BotApi, clock: Clock, tmp_path: Path) -> AsyncIterator[Mail]:
    async with mailing(small, api, clock, tmp_path / "media", answer_within=0.3) as made:
        yield made


def words(api: BotApi, chat: int = ALONE) -> list[str]:
    return [one.text for one in api.sent_to(chat)]


async def test_order_holds_and_higher_lanes_overtake(demo: Database, api: BotApi, clock: Clock, tmp_path: Path) -> None:
    async with mailing(demo, api, clock, tmp_path / "media") as mail:
        for lane in (Lane.BROADCASTS, Lane.REMINDERS, Lane.REPLIES, Lane.URGENT):
            for number in range(4):
                await mail.say(RESIDENT, f"{lane.name} {number}", lane=lane)
        async with delivering(mail):
            await mail.empty()
        said = words(api)
        for lane in Lane:
            assert [one for one in said if one.startswith(lane.name)] == [f"{lane.name} {n}" for n in range(4)]
        assert await mail.states() == ["sent"] * 16


async def test_at_one_message_at_a_time_lanes_go_strictly(
    small: Database, api: BotApi, clock: Clock, tmp_path: Path
) -> None:
    rates = Rates(account=(1000, 1.0), chat=(1, 0.05), group=(1000, 1.0))
    async with mailing(small, api, clock, tmp_path / "media", rates=rates) as mail:
        for lane in (Lane.BROADCASTS, Lane.REMINDERS, Lane.REPLIES, Lane.URGENT):
            for number in range(2):
                await mail.say(RESIDENT, f"{lane.name} {number}", lane=lane)
        async with delivering(mail):
            await mail.empty()
        assert words(api) == [f"{lane.name} {number}" for lane in Lane for number in range(2)]


async def test_while_an_outcome_is_slow_to_be_written_no_lower_lane_goes_first(
    small: Database, api: BotApi, clock: Clock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_once = Outcomes.mark

    async def later(outcomes: Outcomes, message: Claimed, state: str, **values: str | None) -> None:
        await asyncio.sleep(0.2)  # as on a busy disk: longer than the chat's own pace
        await at_once(outcomes, message, state, **values)

    monkeypatch.setattr(Outcomes, "mark", later)
    rates = Rates(account=(1000, 1.0), chat=(1, 0.05), group=(1000, 1.0))
    async with mailing(small, api, clock, tmp_path / "media", rates=rates) as mail:
        for lane in (Lane.REPLIES, Lane.URGENT):
            for number in range(2):
                await mail.say(RESIDENT, f"{lane.name} {number}", lane=lane)
        async with delivering(mail):
            await mail.empty()
        assert words(api) == ["URGENT 0", "URGENT 1", "REPLIES 0", "REPLIES 1"]


async def test_retry_after_is_obeyed(mail: Mail, api: BotApi) -> None:
    api.fail_next("sendMessage", 429, retry_after=1)
    await mail.say(RESIDENT, "一")
    await mail.say(HELPER, "二")
    async with delivering(mail):
        await mail.empty()
        refused_at = next(iter(api.errors))
        assert refused_at[1] == 429
    assert words(api) == ["一"] and words(api, int(HELPER)) == ["二"]
    assert await mail.states() == ["sent", "sent"]
    rows = await mail.rows()
    assert max(row["attempts"] for row in rows) == 1, "a 429 is no attempt"


async def test_during_a_pause_nothing_of_the_account_is_sent(mail: Mail, api: BotApi) -> None:
    api.fail_next("sendMessage", 429, retry_after=600, chat_id=ALONE)
    await mail.say(RESIDENT, "一")
    async with delivering(mail):
        await api.until(lambda: api.errors.total() == 1)
        await mail.until(lambda: mail.rows("state = 'waiting'"))
        for user in (HELPER, SECOND):
            await mail.say(user, "二")
        for _ in range(20):
            await mail.delivery.step()
        assert api.sent == [] and api.counts["sendMessage"] == 1


async def test_who_has_blocked_us_is_marked_once_and_the_line_dropped(mail: Mail, api: BotApi) -> None:
    api.block(ALONE)
    for number in range(3):
        await mail.say(RESIDENT, f"{number}")
    await mail.say(HELPER, "still")
    async with delivering(mail):
        await mail.empty()
    assert api.counts["sendMessage"] == 2, "one try for the line, one for the other person"
    assert await mail.states() == ["gone", "gone", "gone", "sent"]
    address = await mail.database.read(lambda tx: found(tx, RESIDENT))
    assert address.state == "gone"


async def test_the_other_channel_gets_the_messages_instead(mail: Mail, api: BotApi) -> None:
    """All that waits goes to the person's other channel, in order; nothing is lost."""

    def also_on_the_web(tx: Transaction) -> None:
        person = found(tx, RESIDENT).person_id
        addresses.create(tx, account="web", user="w1", chat="w1", person_id=person, now=MORNING)

    await mail.database.turn(also_on_the_web)
    api.block(ALONE)
    for number in range(3):
        await mail.say(RESIDENT, f"{number}")
    async with delivering(mail):
        await mail.until(lambda: mail.rows("account = 'web'"))
        await mail.delivery.settle()
    rows = await mail.rows()
    assert [(row["account"], row["state"]) for row in rows] == [("web", "waiting")] * 3
    web = await mail.database.read(lambda tx: addresses.find(tx, "web", "w1"))
    assert web is not None and {row["address_id"] for row in rows} == {web.id}


async def test_an_answer_that_never_came_is_repeated_for_replies(mail: Mail, api: BotApi, clock: Clock) -> None:
    api.hang_next("sendMessage", effect=True, how="drop")
    await mail.say(RESIDENT, "一")
    await mail.say(RESIDENT, "二")
    async with delivering(mail):
        await mail.until(lambda: mail.rows("reason IS NOT NULL"))
        assert words(api) == ["一"], "what follows in the line waits for it"
        clock.forward(5)
        await mail.empty()
    assert words(api) == ["一", "一", "二"]


async def test_an_answer_that_never_came_is_not_repeated_for_broadcasts(mail: Mail, api: BotApi, clock: Clock) -> None:
    api.hang_next("sendMessage", effect=True, how="drop")
    await mail.say(RESIDENT, "大家好", lane=Lane.BROADCASTS)
    await mail.say(RESIDENT, "再见", lane=Lane.BROADCASTS)
    async with delivering(mail):
        await mail.empty()
    assert words(api) == ["大家好", "再见"]
    assert await mail.states() == ["unknown", "sent"]


async def test_silence_counts_as_unknown(mail: Mail, api: BotApi) -> None:
    api.hang_next("sendMessage", effect=False)
    await mail.say(RESIDENT, "大家好", lane=Lane.BROADCASTS)
    async with delivering(mail):
        await mail.empty()
    assert await mail.states() == ["unknown"]


async def test_what_always_fails_while_others_get_through_is_given_up_at_last(
    mail: Mail, api: BotApi, clock: Clock
) -> None:
    api.fail_next("sendMessage", 500, times=100, chat_id=ALONE)
    await mail.say(RESIDENT, "一", lane=Lane.BROADCASTS)
    others = 0
    async with delivering(mail):
        while (await mail.states())[0] != "gave_up":
            clock.forward(700)
            await mail.say(HELPER, f"{others}")
            others += 1
            await asyncio.sleep(0.02)
        await mail.empty()
    assert (await mail.states())[0] == "gave_up"
    assert words(api) == [] and len(api.sent_to(int(HELPER))) == others
    assert api.errors["sendMessage", 500, "as ordered"] in range(8, 11), "eight attempts count"


async def test_an_hour_of_500_burns_nobodys_attempts(mail: Mail, api: BotApi, clock: Clock) -> None:
    api.fail_next("sendMessage", 500, times=15)
    for user in (RESIDENT, HELPER, SECOND):
        await mail.say(user, "一", lane=Lane.BROADCASTS)
        await mail.say(user, "二")
    async with delivering(mail):
        while not api.sent:
            clock.forward(120)
            await asyncio.sleep(0.01)
        await mail.empty()
    assert await mail.states() == ["sent"] * 6
    assert {row["attempts"] for row in await mail.rows()} == {1}
    for user in (RESIDENT, HELPER, SECOND):
        assert sorted(words(api, int(user))) == ["一", "二"]


async def test_while_it_is_away_one_message_probes_for_all(mail: Mail, api: BotApi) -> None:
    api.down("502")
    people = (RESIDENT, HELPER, SECOND)
    for user in people:
        await mail.say(user, "一", lane=Lane.BROADCASTS)
    async with delivering(mail):
        await api.until(lambda: mail.delivery.away)
        await mail.delivery.settle()
        for _ in range(3):
            assert len(mail.delivery._under_way) <= 1
            await asyncio.sleep(0.05)
        api.up()
        await mail.empty()
    assert not mail.delivery.away
    assert [words(api, int(user)) for user in people] == [["一"]] * 3


async def test_what_will_never_be_accepted_is_given_up_at_once(mail: Mail, api: BotApi) -> None:
    api.fail_next("sendMessage", 400, "Bad Request: something is wrong with it")
    await mail.say(RESIDENT, "一")
    await mail.say(RESIDENT, "二")
    async with delivering(mail):
        await mail.empty()
    assert await mail.states() == ["gave_up", "sent"]


async def test_a_text_of_ours_that_is_missing_stops_no_one(mail: Mail, api: BotApi) -> None:
    await mail.put(RESIDENT, Message(text=Text("no-such-text")))
    await mail.say(RESIDENT, "二")
    async with delivering(mail):
        await mail.empty()
    assert await mail.states() == ["gave_up", "sent"] and words(api) == ["二"]


async def test_a_keyed_message_that_waits_is_replaced(mail: Mail, api: BotApi) -> None:
    await mail.say(RESIDENT, "旧", key="card:1")
    await mail.edit("card:1", "新")
    async with delivering(mail):
        await mail.empty()
    assert words(api) == ["新"] and api.counts["editMessageText"] == 0


async def test_a_keyed_message_that_was_sent_is_edited(mail: Mail, api: BotApi) -> None:
    await mail.say(RESIDENT, "旧", key="card:1", choices=offered())
    async with delivering(mail):
        await mail.empty()
        await mail.edit("card:1", "新")
        await mail.empty()
        await mail.edit("card:1", "更新")
        await mail.empty()
    (card,) = api.sent_to(ALONE)
    assert (card.text_now, card.buttons, len(card.edits)) == ("更新", [], 2)


async def test_a_keyed_message_of_unknown_outcome_is_sent_anew(mail: Mail, api: BotApi, clock: Clock) -> None:
    api.hang_next("sendMessage", effect=True, how="drop")
    await mail.say(RESIDENT, "旧", key="card:1")
    async with delivering(mail):
        await mail.until(lambda: mail.rows("reason IS NOT NULL"))
        await mail.edit("card:1", "新")
        clock.forward(5)
        await mail.empty()
    assert api.chat(ALONE)[-1].text == "新"


async def test_edits_of_what_was_never_sent_come_as_a_message(mail: Mail, api: BotApi) -> None:
    """The message was given up (a broadcast of unknown outcome): there is no id to edit."""
    api.hang_next("sendMessage", effect=False, how="drop")
    await mail.say(RESIDENT, "旧", key="card:1", lane=Lane.BROADCASTS)
    async with delivering(mail):
        await mail.empty()
        await mail.edit("card:1", "新")
        await mail.empty()
    assert words(api) == ["新"]


async def test_an_edit_that_changes_nothing_is_done(mail: Mail, api: BotApi) -> None:
    await mail.say(RESIDENT, "同", key="card:1")
    async with delivering(mail):
        await mail.empty()
        await mail.edit("card:1", "同")
        await mail.empty()
    assert await mail.states() == ["sent", "sent"]
    assert [key[2] for key in api.errors if "not modified" in key[2]]


async def test_an_edit_of_a_deleted_message_comes_anew(mail: Mail, api: BotApi) -> None:
    await mail.say(RESIDENT, "旧", key="card:1")
    async with delivering(mail):
        await mail.empty()
        api.fail_next("editMessageText", 400, "Bad Request: message to edit not found")
        await mail.edit("card:1", "新")
        await mail.empty()
        await mail.edit("card:1", "更新")
        await mail.empty()
    assert [one.text_now for one in api.sent_to(ALONE)] == ["旧", "更新"]


async def test_what_is_stale_is_not_sent(mail: Mail, api: BotApi, clock: Clock) -> None:
    await mail.say(RESIDENT, "过时", expires_in=timedelta(minutes=5))
    await mail.say(RESIDENT, "不过时")
    clock.forward(600)
    async with delivering(mail):
        await mail.empty()
    assert words(api) == ["不过时"]
    assert await mail.states() == ["expired", "sent"]


async def test_quiet_hours_hold_reminders_and_broadcasts_alone(mail: Mail, api: BotApi, clock: Clock) -> None:
    clock.time = NIGHT
    for lane in Lane:
        await mail.say(RESIDENT, lane.name, lane=lane)
    async with delivering(mail):
        await mail.until(lambda: _sent(mail, 2))
        clock.forward(8 * 3600)  # 07:00
        for _ in range(20):
            await mail.delivery.step()
        await mail.delivery.settle()
        assert sorted(words(api)) == ["REPLIES", "URGENT"]
        clock.forward(1800)  # 07:30
        await mail.empty()
    assert words(api)[2:] == ["REMINDERS", "BROADCASTS"]


async def _sent(mail: Mail, number: int) -> bool:
    return len(await mail.rows("state = 'sent'")) == number


async def test_what_a_dead_process_left_is_sent_again(mail: Mail, api: BotApi) -> None:
    await mail.say(RESIDENT, "答")
    await mail.say(RESIDENT, "播", lane=Lane.BROADCASTS)

    def left(tx: Transaction) -> None:
        tx.run("UPDATE outbox SET state = 'sending', holder = 'dead', attempts = 1")

    await mail.database.turn(left)
    await mail.delivery.recover()
    async with delivering(mail):
        await mail.empty()
    assert words(api) == ["答"]
    assert await mail.states() == ["sent", "unknown"]


async def test_a_group_that_has_moved_is_found(mail: Mail, api: BotApi) -> None:
    api.migrate(int(GROUP), -100500)
    await mail.say(GROUP, "新任务")
    async with delivering(mail):
        await mail.empty()
    assert words(api, -100500) == ["新任务"]
    moved = await mail.database.read(lambda tx: addresses.find(tx, ACCOUNT, group_user("-100500", None)))
    assert moved is not None and moved.team_id is not None and moved.chat == "-100500"


async def test_a_moved_group_that_spoke_first_is_still_the_teams(mail: Mail, api: BotApi) -> None:
    """Somebody wrote in the supergroup before we heard of the move: both addresses exist, and the cards must come."""

    def met(tx: Transaction) -> None:
        addresses.create(tx, account=ACCOUNT, user=group_user("-100500", None), chat="-100500", now=MORNING)

    await mail.database.turn(met)
    api.migrate(int(GROUP), -100500)
    await mail.say(GROUP, "新任务", key="card:7")
    async with delivering(mail):
        await asyncio.wait_for(mail.empty(), 5)
        await mail.edit("card:7", "有人接了")
        await asyncio.wait_for(mail.empty(), 5)
    assert [one.text_now for one in api.sent_to(-100500)] == ["有人接了"]
    team = await mail.database.read(lambda tx: addresses.find(tx, ACCOUNT, group_user("-100500", None)))
    assert team is not None and team.team_id is not None


@pytest.mark.parametrize("how", ["refused", "502"])
async def test_telegram_is_away_for_a_while_and_everything_arrives(
    mail: Mail, api: BotApi, clock: Clock, how: str
) -> None:
    api.down(how)  # type: ignore[arg-type]
    for number in range(5):
        await mail.say(RESIDENT, f"{number}")
        await mail.say(HELPER, f"{number}")
    async with delivering(mail):
        await api.until(lambda: mail.delivery.away)
        clock.forward(60)
        await asyncio.sleep(0.05)
        api.up()
        while await mail.rows("state IN ('waiting', 'sending')"):
            clock.forward(5)
            mail.delivery.wake()
            await asyncio.sleep(0.01)
    assert words(api) == words(api, int(HELPER)) == [str(number) for number in range(5)]


async def test_a_database_that_goes_away_is_waited_for(
    mail: Mail, api: BotApi, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Delivery reads fail with Unavailable; when the database is back, the message goes."""
    read = mail.database.read
    away = True

    async def broken(work: object) -> object:
        if away:
            raise Unavailable("away")
        return await read(work)  # type: ignore[arg-type]

    await mail.say(RESIDENT, "一")
    monkeypatch.setattr(mail.database, "read", broken)
    async with delivering(mail):
        await asyncio.sleep(0)
        away = False
        await mail.empty()
    assert words(api) == ["一"]


async def test_photos_go_with_the_message(mail: Mail, api: BotApi, tmp_path: Path) -> None:
    digest = MediaFolder(tmp_path / "media", mail.database).put(b"a picture")
    await mail.database.turn(
        lambda tx: media.create(tx, kind="photo", mime="image/jpeg", size=9, now=MORNING, digest=digest)
    )
    await mail.put(RESIDENT, Message(text=Text("plain", {"text": "看"}), media=(digest,)))
    await mail.put(RESIDENT, Message(text=Text("plain", {"text": "没了"}), media=("f" * 64,)))
    async with delivering(mail):
        await mail.empty()
    first, second = api.sent_to(ALONE)
    assert (first.method, first.text, first.size) == ("sendPhoto", "看", 9)
    assert second.text == "没了"


async def test_sensitive_words_are_not_shown_here(mail: Mail, api: BotApi) -> None:
    await mail.put(RESIDENT, Message(text=Text("plain", {"text": "秘密"}), sensitive=True))
    async with delivering(mail):
        await mail.empty()
    (sent,) = api.sent_to(ALONE)
    assert "秘密" not in sent.text and "https://example.org/s/" in sent.text


async def test_stopping_marks_what_is_under_way(mail: Mail, api: BotApi) -> None:
    api.delay = (0.1, 0.2)
    for user in (RESIDENT, HELPER, SECOND):
        await mail.say(user, "一")
    running = asyncio.create_task(mail.delivery.run())
    await api.until(lambda: len(api.sent) >= 1)
    await mail.delivery.stop()
    await running
    states = await mail.states()
    assert "sending" not in states and states.count("sent") == len(api.sent)


async def test_a_card_from_before_the_move_is_not_edited_into_another_message(mail: Mail, api: BotApi) -> None:
    """The supergroup counts its messages anew: the old card's number may be another card's by now."""
    await mail.say(GROUP, "旧卡", key="card:1")
    async with delivering(mail):
        await mail.empty()
        api.migrate(int(GROUP), -100500)
        for number in range(2, 6):
            await mail.say(GROUP if number == 2 else "-100500", f"卡{number}", key=f"card:{number}")
            await mail.empty()
        await mail.edit("card:1", "旧卡有人接了")
        await mail.empty()
    assert [one.text_now for one in api.sent_to(-100500)] == [
        *(f"卡{number}" for number in range(2, 6)),
        "旧卡有人接了",
    ]


async def test_who_blocks_us_is_written_to_elsewhere(here: Service) -> None:
    """The block is heard of as an event: what waits goes to the other channel, too."""

    def also_on_the_web(tx: Transaction) -> None:
        person = found(tx, RESIDENT).person_id
        addresses.create(tx, account="web", user="w1", chat="w1", person_id=person, now=MORNING)

    await here.say(RESIDENT, "楼道灯坏了")
    await here.database.turn(also_on_the_web)
    await here.say(RESIDENT, event="blocked")
    assert await here.count("outbox", "account = 'web' AND state = 'waiting'") == 1
    await here.say(HELPER, "你好")
    await here.say(HELPER, event="blocked")
    assert await here.count("outbox", "state = 'gone'") == 1
