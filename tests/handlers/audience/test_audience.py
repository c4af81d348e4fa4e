"""Audiences: kept and read again, who may write to them, and whether two of them meet."""

import pytest

from handlers.audience import audience as audiences
from handlers.audience import counting
from handlers.audience.audience import NOBODY, OLDEST, Audience
from handlers.audience.counting import Tally
from storage import broadcasts, people
from storage.audience import Found
from storage.database import Database
from storage.transaction import Transaction
from tests.bot.stage import MORNING
from tests.handlers.audience.stand import place, team, turn_of

WHOLE = Audience(
    places=(1, 2),
    roles=("volunteer",),
    teams=(3,),
    skills=("medical",),
    subjects=("policy",),
    ages=((60, OLDEST), (0, 17)),
    alone=True,
    languages=("en",),
    not_away=True,
    list_of=4,
    answers=("", "yes"),
)


def test_what_is_kept_is_read_again() -> None:
    assert audiences.decode(audiences.encode(WHOLE)) == WHOLE
    assert audiences.decode(audiences.encode(NOBODY)) == NOBODY == audiences.decode("")
    assert audiences.empty(NOBODY) and audiences.empty(Audience(roles=("desk",))) and not audiences.empty(WHOLE)


@pytest.mark.parametrize(
    "name, codes, led, allowed",
    [
        ("陈主任", ("heshunli",), (), True),
        ("陈主任", ("heshun-3", "qingheyuan"), (), True),
        ("陈主任", ("heshun-3", "liudi"), (), False),
        ("陈主任", ("qinghe",), (), False),
        ("陈主任", (), ("shuidian",), True),
        ("陈主任", (), ("liudi-shuidian",), False),
        ("街道王主任", ("liudi", "heshunli"), (), True),
        ("值班小吴", ("heshunli",), (), True),
        ("书记老何", ("heshunli",), (), True),
        ("队长老周", (), ("shuidian",), True),
        ("队长老周", (), ("shuidian", "peiban"), False),
        ("队长老周", ("heshunli",), (), False),
        ("小李", (), ("shuidian",), False),
        ("王阿姨", ("heshun-3",), (), False),
        ("联络员小林", ("heshunli",), (), False),
    ],
)
async def test_who_may_write_to_whom(
    small: Database, name: str, codes: tuple[str, ...], led: tuple[str, ...], allowed: bool
) -> None:
    def work(tx: Transaction) -> tuple[bool, bool]:
        turn = turn_of(tx, name)
        audience = Audience(tuple(place(tx, code) for code in codes), teams=tuple(team(tx, code) for code in led))
        return audiences.allowed(turn, audience), audiences.may_draft(turn, turn.person.id, audience)

    assert await small.turn(work) == (allowed, allowed)


async def test_nobody_and_a_place_that_is_gone_are_nobodys(small: Database) -> None:
    def work(tx: Transaction) -> list[bool]:
        turn = turn_of(tx, "陈主任")
        given = (NOBODY, Audience(places=(17,)), Audience(places=(place(tx, "heshunli"), 17)), Audience(list_of=17))
        return [audiences.allowed(turn, each) for each in given]

    assert not any(await small.turn(work))


async def test_whether_two_meet(small: Database) -> None:
    def work(tx: Transaction) -> None:
        turn = turn_of(tx, "陈主任")
        street, station, home, other = (place(tx, code) for code in ("qinghe", "heshunli", "heshun-3", "liudi"))

        def meet(one: Audience, another: Audience) -> bool:
            found = audiences.overlaps(turn, one, another)
            assert found == audiences.overlaps(turn, another, one)
            return found

        assert meet(Audience((street,)), Audience((home,)))
        assert not meet(Audience((station,)), Audience((other,)))
        assert not meet(Audience((station,), roles=("desk",)), Audience((station,), roles=("volunteer",)))
        assert not meet(Audience((station,), ages=((60, OLDEST),)), Audience((station,), ages=((0, 59),)))
        assert meet(Audience((station,), ages=((60, OLDEST),)), Audience((station,), ages=((0, 17), (18, 60))))
        assert meet(Audience((station,)), Audience(teams=(team(tx, "shuidian"),)))
        assert not meet(NOBODY, Audience((station,)))

    await small.turn(work)


async def test_how_many_at_once_and_whether_enough(small: Database) -> None:
    def work(tx: Transaction) -> None:
        turn = turn_of(tx, "陈主任")
        unsubscribed = people.read_by_code(tx, "王阿姨")
        assert unsubscribed is not None
        unsubscribed.unsubscribed_at = MORNING
        people.save(tx, unsubscribed)
        whom = Audience((place(tx, "heshun-3"),))
        tally = counting.count(turn, whom)
        assert tally is not None and (tally.n, tally.unsubscribed, tally.by_phone) == (2, 1, 0)
        assert sorted(tally.samples) == sorted({*tally.samples}) and len(tally.samples) == 2
        broadcast = broadcasts.create(
            tx,
            place_id=place(tx, "heshunli"),
            drafter_id=turn.person.id,
            kind="routine",
            body="{}",
            words="",
            audience=audiences.encode(whom),
            now=MORNING,
        )
        assert counting.at_least(turn, broadcast, 2) and not counting.at_least(turn, broadcast, 3)

    await small.turn(work)


async def test_many_are_left_to_a_worker(small: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counting, "AT_ONCE", 4)
    monkeypatch.setattr(counting, "SLICE", 2)

    def work(tx: Transaction) -> Tally | None:
        return counting.count(turn_of(tx, "街道王主任"), Audience((place(tx, "qinghe"),)))

    assert await small.turn(work) is None


def test_samples_are_ten_of_all_of_them() -> None:
    class Last:
        """A chance that always takes the newest."""

        def randrange(self, end: int) -> int:
            return end % 10

    tally = Tally()
    tally.add((Found(number, None, by_phone=False, unsubscribed=False) for number in range(25)), Last())  # type: ignore[arg-type]
    tally.add([Found(99, None, by_phone=True, unsubscribed=False)], Last())  # type: ignore[arg-type]
    assert (tally.n, tally.by_phone, len(tally.samples)) == (25, 1, 10)
    assert max(tally.samples) == 24 and 99 not in tally.samples


@pytest.mark.parametrize(
    "name, called",
    [("王秀英", "秀英"), ("欧阳娜", "娜"), ("Mary Smith", "Mary"), ("王阿姨", "王阿姨"), ("小李", "小李"), ("", "")],
)
def test_the_first_name_alone_is_shown(name: str, called: str) -> None:
    assert counting.first_name(name) == called
