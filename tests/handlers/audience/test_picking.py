"""Whom a broadcast concerns, picked by buttons and words: what the draft holds after each step."""

from collections.abc import Callable
from dataclasses import replace
from itertools import combinations
from typing import Any

import pytest

from handlers import forms
from handlers.audience import audience as audiences
from handlers.audience import picking
from handlers.audience.audience import NOBODY, OLDEST, Audience
from handlers.errors import Refused
from handlers.forms import Form
from handlers.incoming import Press
from handlers.message import decode
from storage import broadcasts, roles, saved_audiences
from storage.broadcasts import Broadcast
from storage.database import Database
from storage.outbox import BODY
from storage.transaction import Transaction
from tests.bot.stage import MORNING
from tests.handlers.audience.stand import place, team, turn_of

LAST = "SELECT id, body_sealed FROM outbox WHERE address_id = :id ORDER BY id DESC LIMIT 1"


class Picking:
    """Somebody picks, in one transaction."""

    def __init__(self, tx: Transaction, name: str, at: str = "heshunli") -> None:
        self.tx, self.turn = tx, turn_of(tx, name)
        self.done: list[Broadcast] = []
        self.form: Form = picking.form(lambda turn, broadcast: self.done.append(broadcast))
        values: dict[str, Any] = {"kind": "routine", "body": "{}", "words": "", "audience": ""}
        drafter_id = self.turn.person.id
        draft = broadcasts.create(tx, place_id=place(tx, at), drafter_id=drafter_id, now=MORNING, **values)
        self.draft_id = draft.id
        picking.start(self.turn, self.form, draft)

    def press(self, value: str) -> None:
        """One of the choices that are shown."""
        assert f"audience.whom:{value}" in [action.partition("#")[0] for action in self.shown()]
        self.force(value)

    def force(self, value: str) -> None:
        """A choice, shown or not."""
        self._next(press=Press("q", f"audience.whom:{value}"), text="")
        self.turn.argument = value
        forms.answer(self.turn, self.form)

    def say(self, words: str) -> None:
        """Words."""
        self._next(press=None, text=words)
        self.turn.argument = ""
        forms.answer(self.turn, self.form)

    def shown(self) -> list[str]:
        """The actions of what was said last."""
        row = self.tx.get(LAST, id=self.turn.address.id)
        return [each.action for each in decode(self.tx.unseal(BODY, row["id"], row["body_sealed"])).choices]

    def values(self) -> set[str]:
        """What can be chosen of a kind, of what is shown."""
        shown = (action.partition("#")[0].removeprefix("audience.whom:") for action in self.shown())
        return {value for value in shown if value.startswith("x/")}

    @property
    def chosen(self) -> Audience:
        """Whom the draft is for now."""
        return audiences.of(broadcasts.get(self.tx, self.draft_id))

    def _next(self, **fields: Any) -> None:
        self.turn.incoming = replace(self.turn.incoming, **fields)


async def played(database: Database, play: Callable[[Transaction], None]) -> None:
    await database.turn(play)


async def test_the_whole_unit_in_two_taps(small: Database) -> None:
    def play(tx: Transaction) -> None:
        unit = place(tx, "heshunli")
        picks = Picking(tx, "陈主任")
        picks.press(f"u/{unit}")
        assert picks.chosen == Audience(places=(unit,))
        picks.press("ok")
        assert [each.id for each in picks.done] == [picks.draft_id]
        assert picks.turn.dialogue.form is None

    await played(small, play)


async def test_a_part_by_buttons(small: Database) -> None:
    def play(tx: Transaction) -> None:
        estate, three, five = (place(tx, code) for code in ("heshun", "heshun-3", "heshun-5"))
        picks = Picking(tx, "陈主任")
        picks.press("part")
        picks.press("m/place")
        picks.press(f"in/{estate}")
        picks.press(f"x/{three}")
        assert picks.chosen.places == (three,), "the unit gives way to what lies in it"
        picks.press(f"x/{five}")
        picks.press(f"x/{three}")
        assert picks.chosen.places == (five,)
        picks.press(f"x/{estate}")
        assert picks.chosen.places == (estate,)
        picks.press("m")
        picks.press("m/role")
        picks.press("x/volunteer")
        picks.press("m")
        picks.press("m/age")
        picks.press(f"x/60-{OLDEST}")
        picks.press("m")
        picks.press("f/here")
        picks.press("whom")
        expected = Audience(places=(estate,), roles=("volunteer",), ages=((60, OLDEST),), not_away=True)
        assert picks.chosen == expected

    await played(small, play)


async def test_long_lists_have_pages(small: Database) -> None:
    def play(tx: Transaction) -> None:
        picks = Picking(tx, "陈主任")
        picks.press("part")
        picks.press("m/skill")
        pages = [picks.values()]
        for page in (1, 2):
            picks.press(f"m/skill/{page}")
            pages.append(picks.values())
        assert all(pages) and not any(one & other for one, other in combinations(pages, 2))
        chosen = min(pages[2])
        picks.press(chosen)
        assert picks.chosen.skills == (chosen.removeprefix("x/"),)
        assert picks.values() == pages[2], "the page stays"

    await played(small, play)


async def test_words_then_fewer_words(small: Database) -> None:
    def play(tx: Transaction) -> None:
        picks = Picking(tx, "街道王主任", "qinghe")
        picks.say("青禾街道 志愿者 医护 没请假的")
        street = place(tx, "qinghe")
        expected = Audience(places=(street,), roles=("volunteer",), skills=("medical",), not_away=True)
        assert picks.chosen == expected
        picks.say("看不懂的话")
        assert picks.chosen == expected, "nothing is lost"
        picks.say("队长")
        assert picks.chosen == replace(expected, roles=("leader",))
        picks.press("ok")
        assert picks.done

    await played(small, play)


async def test_what_is_not_theirs_cannot_be_picked(small: Database) -> None:
    def play(tx: Transaction) -> None:
        picks = Picking(tx, "陈主任")
        other = place(tx, "liudi")
        picks.say("柳堤社区")
        assert picks.chosen == NOBODY
        picks.force("ok")
        assert not picks.done, "nobody is chosen"
        for forged in (f"u/{other}", f"in/{other}", f"t/{team(tx, 'liudi-shuidian')}"):
            with pytest.raises(Refused):
                picks.force(forged)
                picks.form.questions[0].ask(picks.turn)

    await played(small, play)


async def test_a_leader_picks_the_own_team(small: Database) -> None:
    def play(tx: Transaction) -> None:
        own = team(tx, "shuidian")
        picks = Picking(tx, "队长老周")
        picks.press(f"t/{own}")
        assert picks.chosen == Audience(teams=(own,))
        picks.press("ok")
        assert picks.done
        with pytest.raises(Refused):
            Picking(tx, "王阿姨")

    await played(small, play)


async def test_whoever_lost_the_role_meanwhile_cannot_go_on(small: Database) -> None:
    def play(tx: Transaction) -> None:
        picks = Picking(tx, "陈主任")
        picks.say("和顺里社区")
        for held in roles.of_person(tx, picks.turn.person.id):
            roles.end(tx, held.id, picks.turn.person.id, MORNING)
        picks.turn.forget_roles()
        picks.force("ok")
        assert not picks.done

    await played(small, play)


async def test_saved_and_used_again(small: Database) -> None:
    def play(tx: Transaction) -> None:
        picks = Picking(tx, "陈主任")
        picks.say("和顺里小区3号楼 老人")
        expected = picks.chosen
        picks.press("keep")
        picks.say("三号楼老人")
        assert picks.chosen == expected
        again = Picking(tx, "陈主任")
        again.press("saved")
        (saved,) = saved_audiences.of_person(tx, again.turn.person.id, 9)
        again.press(f"s/{saved.id}")
        assert again.chosen == expected
        other = Picking(tx, "书记老何")
        with pytest.raises(Refused):
            other.force(f"s/{saved.id}")

    await played(small, play)
