"""Asking for another: nothing is arranged before they agree; who may say so is looked up again at every press."""

from tests.bot.stage import COORDINATOR, DESK, HELPER, RESIDENT, SECOND, Service

KNOWN, UNKNOWN, OWN = "13000000012", "13911112222", "13000000001"


async def asked(here: Service, phone: str) -> None:
    """Aunt Wang asks for a neighbour's haircut."""
    await here.say(RESIDENT, "替邻居赵叔约个上门理发")
    await here.say(RESIDENT, phone)
    await here.say(RESIDENT, "和顺里9号楼")
    await here.press_label(RESIDENT, "都可以")
    await here.press_label(RESIDENT, "确认")


async def action(here: Service, user: str, label: str) -> str:
    """The action of the newest choice of somebody that reads like this."""
    return next(each.action(label) for each in reversed(await here.said(user)) if each.choices)


async def consent_is(here: Service, consent: str, state: str) -> bool:
    return await here.count("service_requests", "consent = :c AND state = :s", c=consent, s=state) == 1


async def test_one_tap_of_the_other_and_it_goes_on(here: Service) -> None:
    await asked(here, KNOWN)
    assert await consent_is(here, "waiting", "submitted")
    assert "正在问赵叔" in (await here.last(RESIDENT)).text
    yes = await action(here, SECOND, "同意")
    await here.press(SECOND, yes)
    assert await here.count("service_requests", "consent = 'tap'") == 1
    assert await here.count("request_events", "move = 'consent'") == 1
    assert await here.count("timers", "kind = 'consent.again' AND state = 'waiting'") == 0
    assert "对方同意了" in (await here.last(RESIDENT)).text
    await here.press(SECOND, yes)
    assert "已经有答复了" in (await here.last(SECOND)).text
    assert await here.count("request_events", "move = 'consent'") == 1


async def test_a_no_ends_it_with_its_reason(here: Service) -> None:
    await asked(here, KNOWN)
    await here.press(SECOND, await action(here, SECOND, "不用了"))
    assert await consent_is(here, "waiting", "cancelled")
    assert await here.count("request_events", "move = 'cancel' AND data LIKE '%no consent%'") == 1
    assert "对方说先不用" in (await here.last(RESIDENT)).text


async def test_a_no_counts_though_staff_was_quicker(here: Service) -> None:
    await asked(here, KNOWN)
    await here.database.turn(lambda tx: tx.run("UPDATE service_requests SET state = 'accepted'"))
    await here.press(SECOND, await action(here, SECOND, "不用了"))
    assert await consent_is(here, "waiting", "cancelled")
    assert "对方说先不用" in (await here.last(RESIDENT)).text


async def test_nobody_else_can_agree(here: Service) -> None:
    await asked(here, KNOWN)
    yes = await action(here, SECOND, "同意")
    for user in (RESIDENT, HELPER, COORDINATOR):
        await here.press(user, yes)
    assert await consent_is(here, "waiting", "submitted")


async def test_the_desk_calls_whom_we_do_not_reach(here: Service) -> None:
    await asked(here, UNKNOWN)
    called = await here.last(DESK)
    assert "征得本人同意" in called.text and "赵叔" in called.text
    for user in (RESIDENT, HELPER):
        await here.press(user, called.action("已同意"))
    assert await consent_is(here, "waiting", "submitted")
    await here.press(COORDINATOR, called.action("已同意"))
    assert await here.count("service_requests", "consent = 'call'") == 1
    await here.press(DESK, called.action("不同意"))
    assert await here.count("service_requests", "state = 'cancelled'") == 0
    assert await here.count("people", "state = 'known'") == 1


async def test_whoever_sees_the_number_is_on_record(here: Service) -> None:
    await asked(here, UNKNOWN)
    people = "subject_id IN (SELECT helped_id FROM service_requests) AND actor_id <> subject_id"
    assert await here.count("reveals", people) >= 2  # desk and coordinator


async def test_the_same_neighbour_is_one_person(here: Service) -> None:
    for _ in range(2):
        await asked(here, UNKNOWN)
    assert await here.count("people", "state = 'known'") == 1


async def test_ones_own_number_is_for_oneself(here: Service) -> None:
    await asked(here, OWN)
    assert await here.count("service_requests", "consent = 'own' AND helped_id IS NULL") == 1
    assert await here.count("people", "state = 'known'") == 0


async def test_an_emergency_is_never_kept_waiting(here: Service) -> None:
    await here.say(RESIDENT, "替邻居赵叔约个上门理发")
    await here.say(RESIDENT, "赵叔摔倒了，叫不醒！")
    assert await here.count("service_requests", "consent = 'emergency'") == 1
