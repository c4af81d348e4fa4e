"""Pacing: the channel's rates are kept, so that 429 never comes; windows are scaled down, the rules are Telegram's."""

import random
from collections import defaultdict
from itertools import pairwise
from pathlib import Path

from bot.channels import Rates
from bot.limiter import MARGIN, Limiter, Window
from handlers.message import Lane
from storage import addresses
from storage.database import Database
from storage.transaction import Transaction
from tests.bot.sending import delivering, mailing, new_api
from tests.bot.stage import ACCOUNT, GROUP, MORNING, Clock
from tests.botapi import Rules

# A quarter of Telegram's windows: 30 each 0.25 s, one each 0.25 s, 20 each 2.5 s.
RULES = Rules(overall=(30, 0.25), private=(1, 0.25), group=(20, 2.5), tolerance=0.02)
RATES = Rates(account=(30, 0.25), chat=(1, 0.25), group=(20, 2.5))


async def test_people_and_a_group_at_the_full_rate_without_429(small: Database, clock: Clock, tmp_path: Path) -> None:
    crowd = [str(number) for number in range(700, 720)]

    def meet(tx: Transaction) -> None:
        for user in crowd:
            addresses.create(tx, account=ACCOUNT, user=user, chat=user, now=MORNING)

    await small.turn(meet)
    with new_api(rules=RULES, delay=(0.0, 0.02)) as api:
        for user in crowd:
            api.person(int(user), started=True)
        async with mailing(small, api, clock, tmp_path / "media", rates=RATES) as mail:
            for number in range(3):
                for user in crowd:
                    await mail.say(user, f"{number}", lane=Lane.BROADCASTS)
            for number in range(25):
                await mail.say(GROUP, f"{number}")
            async with delivering(mail):
                await mail.empty()
        assert api.count_429 == 0 and not api.errors
        assert all([one.text for one in api.sent_to(int(user))] == ["0", "1", "2"] for user in crowd)
        assert [one.text for one in api.sent_to(int(GROUP))] == [str(number) for number in range(25)]


async def test_edits_count_to_their_chat(small: Database, clock: Clock, tmp_path: Path) -> None:
    with new_api(rules=RULES) as api:
        async with mailing(small, api, clock, tmp_path / "media", rates=RATES) as mail, delivering(mail):
            await mail.say("101", "0", key="k")
            for number in range(4):
                await mail.empty()
                await mail.edit("k", f"{number + 1}")
            await mail.empty()
        assert api.count_429 == 0
        assert [one.text_now for one in api.sent_to(101)] == ["4"]


def test_a_window_never_lets_more_through_than_it_says() -> None:
    """Against random demand, in any window of its length there are at most `count`."""
    rng = random.Random(7)
    for count, seconds in ((1, 1.0), (30, 1.0), (20, 60.0)):
        window, now, sent = Window(count, seconds), 0.0, []
        for _ in range(400):
            now = max(now + rng.expovariate(count / seconds * 2), 0.0)
            ready = window.ready_at(now)
            now = max(now, ready)
            window.note(now)
            sent.append(now)
        assert all(later - first >= seconds for first, later in zip(sent, sent[count:], strict=False))
        assert sent[-1] <= 400 / count * seconds * (MARGIN + 1), "nor does it dawdle"


def test_a_chat_waits_for_itself_alone() -> None:
    limiter = Limiter(Rates())
    limiter.note("a", False, 0.0)
    assert limiter.chat_ready_at("a", 0.5) > 1.0
    assert limiter.chat_ready_at("b", 0.5) == 0.5 == limiter.account_ready_at(0.5)


def test_a_group_takes_twenty_a_minute() -> None:
    limiter, times = Limiter(Rates()), defaultdict(list)
    now = 0.0
    for _ in range(45):
        now = max(limiter.chat_ready_at("-1", now), limiter.account_ready_at(now))
        limiter.note("-1", True, now)
        times["-1"].append(now)
    assert times["-1"][19] < 1.0 and times["-1"][20] >= 60 and times["-1"][40] >= 120


def test_a_pause_holds_the_account_and_is_never_shortened() -> None:
    limiter = Limiter(Rates())
    limiter.pause(10, 0.0)
    limiter.pause(1, 1.0)
    assert limiter.account_ready_at(5.0) == 10.0


def test_chats_of_long_ago_are_forgotten() -> None:
    limiter = Limiter(Rates())
    for second in range(10_000):
        limiter.note(str(second), False, float(second))
    assert len(limiter._chats) < 10 and len(limiter._forget) < 10
    assert all(later[0] >= first[0] for first, later in pairwise(sorted(limiter._forget)))


def test_a_send_that_took_long_holds_its_chat_from_its_end() -> None:
    limiter = Limiter(Rates())
    limiter.note("a", False, 0.0)
    limiter.leaves(0.0, 0.3)
    limiter.answered("a", 0.0, 0.3, 0.8)
    assert limiter.chat_ready_at("a", 1.1) >= 1.8


def test_the_first_slow_sends_are_not_overtaken_by_quick_ones() -> None:
    """Thirty connections are made at once and take 0.4 s; what follows on them takes no time."""
    limiter = Limiter(Rates())
    for number in range(30):
        limiter.note(str(number), False, 0.0)
        limiter.answered(str(number), 0.0, 0.0, 0.4)
    assert limiter.account_ready_at(1.1) >= 1.4


def test_an_even_latency_costs_no_throughput() -> None:
    limiter, now = Limiter(Rates()), 0.0
    for number in range(600):
        now = limiter.account_ready_at(now)
        limiter.note(str(number), False, now)
        limiter.answered(str(number), now, now, now + 0.1)
    assert now <= 600 / 30 * MARGIN + 0.3
