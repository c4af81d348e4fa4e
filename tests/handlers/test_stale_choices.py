"""Choices of a form that is over act on no later one; those of a form that waits bring it back."""

from tests.bot.stage import HELPER, LAMP, RESIDENT, Service


async def confirm_action(here: Service) -> str:
    return (await here.last(RESIDENT)).action("确认")


async def finished(here: Service) -> None:
    """A request from the words to the question whether it is solved."""
    await here.say(RESIDENT, LAMP)
    await here.press(RESIDENT, await confirm_action(here))
    card = (await here.said("-500"))[-1]
    await here.press_in_group(HELPER, card.action("我来"))
    await here.press_label(HELPER, "办好了")
    await here.press_label(HELPER, "跳过")


async def asked_for_stars(here: Service) -> str:
    """A request from the words to the stars; gives the action of five stars."""
    await finished(here)
    await here.press_label(RESIDENT, "解决了")
    return (await here.last(RESIDENT)).action("★★★★★")


async def test_the_card_of_a_request_that_was_given_up_sends_no_other_off(here: Service) -> None:
    await here.say(RESIDENT, LAMP)
    old = await confirm_action(here)
    await here.press_label(RESIDENT, "取消")
    await here.say(RESIDENT, f"{LAMP}，二楼")
    await here.press(RESIDENT, old)
    assert await here.count("service_requests") == 0
    await here.press_label(RESIDENT, "确认")
    assert await here.count("service_requests") == 1


async def test_old_stars_and_old_ways_are_not_for_the_next_form(here: Service) -> None:
    old = await asked_for_stars(here)
    cancel = (await here.last(RESIDENT)).action("取消")
    await here.press_label(RESIDENT, "取消")
    await asked_for_stars(here)
    await here.press(RESIDENT, old)
    await here.press(RESIDENT, cancel)
    assert await here.count("service_requests", "stars IS NOT NULL") == 0
    assert await here.count("dialogues", "form = 'rating'") == 1


async def test_a_card_below_the_stars_can_be_pressed(here: Service) -> None:
    await finished(here)
    await here.say(RESIDENT, f"{LAMP}，二楼")
    card = await confirm_action(here)
    await here.press_label(RESIDENT, "解决了")
    assert await here.count("dialogues", "form = 'rating'") == 1
    await here.press(RESIDENT, card)
    assert await here.count("service_requests") == 2


async def test_actions_keep_within_what_channels_carry(here: Service) -> None:
    """The longest: a page of a series with the longest code."""
    action = f"ask.item:in/{'x' * 40}/999"
    await here.say(RESIDENT, LAMP)
    number = (await confirm_action(here)).partition("#")[2]
    assert number and len(f"{action}#{number}") <= 64
