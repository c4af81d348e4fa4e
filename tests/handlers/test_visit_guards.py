"""Forged buttons about whoever is visited: strangers change nothing and learn nothing, though they know every id."""

from typing import Any

import pytest

from handlers import errands
from tests.bot.stage import HELPER, Service
from tests.handlers import visited
from tests.handlers.visited import LIAISON, SECRETARY, STATION, WRITTEN

ABOUT = ("visit.", "visits.", "worry.", "promise.", "rhythm.", "wave.", "hand.", "person.", "notes.", "liaison.")
ABOUT += ("thought.", "part.", "about.", "cardpic.", "claim.", "care.", "occasion.", "sheet.", "known.")
PRESSES = sorted(each.name for each in errands.ROUTES if each.on == "press" and each.name.startswith(ABOUT))
# The liaison, the secretary and the coordinator of the next community; somebody there who has a card herself.
STRANGERS = {"155": "联络员小余", "156": "书记老方", "157": "彭主任", "158": "赵奶奶"}
SECRETS = (*WRITTEN.values(), "130 0000 0001", "13000000001", "2单元 502", "王阿姨")
# One's own affairs: they add rows of the presser, whatever id stands behind the button.
OWN = {"liaison.change", "liaison.want", "thought.write"}
ROWS = (
    "SELECT id, state, liaison_id, deputy_id, wish, closed_at, place_id FROM cards",
    "SELECT id, change FROM card_changes",
    "SELECT id, state, day, visitor_id, second_id, missed, step, as_call FROM visits",
    "SELECT id, move FROM visit_moves",
    "SELECT id, recorded_by, how, day FROM visit_records",
    "SELECT id, state, day, owner_id FROM promises",
    "SELECT id, read_by FROM worries",
    "SELECT id, state, rule, paused_until FROM rhythms",
    "SELECT id, author_id, confirmed_at FROM life_notes",
    "SELECT id, written_at FROM thoughts",
    "SELECT id, state, next_at, answered_by FROM occasions",
    "SELECT id, state, told_at FROM waves",
)
LOOKED = "SELECT id FROM reveals WHERE subject_id = :person"


async def rows(here: Service, person: int) -> list[list[tuple[Any, ...]]]:
    """All that must not change, and who looked at her."""

    def read(tx: Any) -> list[list[tuple[Any, ...]]]:
        found = [tx.all(sql) for sql in ROWS] + [tx.all(LOOKED, person=person)]
        return [sorted((tuple(dict(row).values()) for row in each), key=repr) for each in found]

    return await here.database.read(read)


def forged(name: str, ids: dict[str, int]) -> list[str]:
    """The ways in which a button could name these rows."""
    singles = [f"{name}:{number}" for number in ids.values()]
    seconds = ("deputy", "person", "place")
    pairs = [f"{name}:{ids[first]}/{ids[second]}" for first in ("card", "place", "occasion") for second in seconds]
    return [*singles, *pairs, f"{name}:{ids['place']}/0", f"{name}:{ids['card']}/none"]


def test_the_buttons_of_this_are_there() -> None:
    assert {"visit.done", "worry.call", "promise.drop", "hand.all", "person.details", "notes.drop"} <= set(PRESSES)


@pytest.mark.parametrize("name", PRESSES)
async def test_strangers_change_and_learn_nothing(here: Service, name: str) -> None:
    """Each button about somebody, pressed with the ids of all that is known of her; then words, should a form ask."""
    await visited.seat(here, STRANGERS)
    ids = await visited.known(here)
    strangers = (*STRANGERS, HELPER)
    before = await rows(here, ids["person"])
    said = {user: len(await here.said(user)) for user in strangers}
    for user in strangers:
        for action in forged(name, ids):
            await here.press(user, action[:64])
        await here.say(user, "明天")
        await here.command(user, "menu")
    for user in strangers:
        for one in (await here.said(user))[said[user] :]:
            assert not [secret for secret in SECRETS if secret in one.text], (user, one.text)
    after = await rows(here, ids["person"])
    if name in OWN:
        after = [[row for row in now if row in then] for then, now in zip(before, after, strict=True)]
    assert after == before
    assert await here.count("parked_turns") == 0


async def test_those_who_look_after_her_may(here: Service) -> None:
    """The same ids open to her liaison and secretary, so that what strangers are refused is there to be had."""
    await visited.seat(here, STATION | STRANGERS)
    ids = await visited.known(here)
    for name, told in (("visit.show", "planned"), ("worry.show", "worry"), ("person.show", "card")):
        await here.press("155", f"{name}:{ids[told]}")
        assert "办不了" in (await here.last("155")).text, name
        for user in (LIAISON, SECRETARY):
            await here.press(user, f"{name}:{ids[told]}")
            assert "王阿姨" in (await here.last(user)).text, name
    await here.press(LIAISON, f"promise.show:{ids['promise']}")
    assert WRITTEN["promise"] in (await here.last(LIAISON)).text
    await here.press(SECRETARY, f"promise.done:{ids['promise']}")  # another's promise is not even the secretary's
    assert await here.count("promises", "state = 'open'") == 1
