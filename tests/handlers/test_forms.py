"""Forms: one question at a time, resumable, with a way back and out; stale answers change nothing."""

from tests.bot.stage import HELPER, LAMP, RESIDENT, SECOND, Service

ALL_SENT = "UPDATE outbox SET state = 'sent', message_id = CAST(id AS TEXT) WHERE state = 'waiting'"


async def asking(here: Service) -> None:
    """Aunt Wang's neighbour of another channel: a person without an address, so that several questions come."""
    await here.say("999", "你好")
    await here.press("999", "join.agree")
    await here.press("999", "join.name:~")
    await here.press("999", "form.skip:community")
    await here.press("999", "menu.ask")
    await here.press("999", "ask.item:hom.plumb")


async def test_one_question_at_a_time_until_it_is_done(here: Service) -> None:
    await asking(here)
    for words, then in (("3号楼", "什么时候"), ("周三上午", "电话"), ("13900000001", "对吗")):
        await here.say("999", words)
        assert then in (await here.last("999")).text
    await here.press_label("999", "确认")
    assert await here.count("service_requests") == 1


async def test_back_asks_the_question_before_again(here: Service) -> None:
    await asking(here)
    await here.say("999", "3号楼")
    assert "什么时候" in (await here.last("999")).text
    await here.press("999", "form.back")
    assert "什么地方" in (await here.last("999")).text
    await here.say("999", "5号楼")
    await here.press_label("999", "今天")
    await here.press("999", "form.skip:phone")
    card = (await here.last("999")).text
    assert "5号楼" in card and "11月23日" in card


async def test_cancelling_leaves_nothing(here: Service) -> None:
    await asking(here)
    await here.press("999", "form.cancel")
    assert "先不办" in (await here.last("999")).text
    await here.press("999", "ask.confirm:yes")
    assert "最新的一条" in (await here.last("999")).text
    assert await here.count("service_requests") == 0


async def test_a_question_that_must_be_answered_cannot_be_skipped(here: Service) -> None:
    await asking(here)
    for action in ("form.skip:address", "form.skip", "form.skip:when"):
        await here.press("999", action)
        assert "最新的一条" in (await here.last("999")).text
    assert await here.count("dialogues", "step = 'address'") == 1


async def test_a_stale_answer_changes_nothing(here: Service) -> None:
    await asking(here)
    await here.say("999", "3号楼")
    await here.press("999", "ask.item:pub.light")
    assert "最新的一条" in (await here.last("999")).text
    assert await here.count("dialogues", "step = 'when'") == 1


async def test_a_form_waits_for_days(here: Service) -> None:
    await asking(here)
    here.clock.forward(20 * 86400)
    await here.say("999", "3号楼")
    assert "什么时候" in (await here.last("999")).text


async def test_numbers_answer_what_was_asked(here: Service) -> None:
    """The full-width and the Chinese digit count as well."""
    for user, typed in ((RESIDENT, "1"), (SECOND, "１"), (HELPER, "一")):
        await here.say(user, LAMP)
        await here.database.turn(lambda tx: tx.run(ALL_SENT))
        await here.say(user, typed)
        assert any("编号" in one.text for one in await here.said(user))
    assert await here.count("service_requests") == 3


async def test_a_number_beyond_the_list_is_no_answer(here: Service) -> None:
    await here.say(RESIDENT, LAMP)
    await here.database.turn(lambda tx: tx.run(ALL_SENT))
    await here.say(RESIDENT, "9")
    assert await here.count("service_requests") == 0 and await here.count("dialogues", "form = 'ask'") == 1
