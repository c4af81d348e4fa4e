"""Pacing: the channel's rates are kept, so that 429 never comes; windows are scaled down, the rules are Telegram's."""

import asyncio
import heapq
import random
from collections import defaultdict
from functools import partial
from itertools import pairwise
from pathlib import Path

from bot.channels import Rates
from bot.gate import Gate, Ticket
from bot.limiter import CATCH_UP, MARGIN, Limiter, Window
from handlers.message import Lane, Message, Text
from storage import addresses, media
from storage.database import Database
from storage.media import MediaFolder
from storage.transaction import Transaction
from tests.bot.sending import delivering, mailing, new_api, offered
from tests.bot.stage import ACCOUNT, GROUP, HELPER, MORNING, RESIDENT, SECOND, Clock
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
    limiter.note("a", 0.0)
    assert limiter.ready_at("a", 0.5) > 1.0
    assert limiter.ready_at("b", 0.5) == 0.5


def test_a_group_takes_twenty_a_minute() -> None:
    limiter, times = Limiter(Rates()), defaultdict(list)
    now = 0.0
    for _ in range(45):
        now = limiter.ready_at("-1", now, group=True)
        limiter.note("-1", now, group=True)
        times["-1"].append(now)
    assert times["-1"][19] < 1.0 and times["-1"][20] >= 60 and times["-1"][40] >= 120


def test_a_pause_holds_the_account_and_is_never_shortened() -> None:
    limiter = Limiter(Rates())
    limiter.pause(10, 0.0)
    limiter.pause(1, 1.0)
    assert limiter.account_ready_at(5.0) == 10.0 == limiter.paused_until


def test_chats_of_long_ago_are_forgotten() -> None:
    limiter = Limiter(Rates())
    for second in range(10_000):
        limiter.note(str(second), float(second))
    assert len(limiter._chats) < 10 and len(limiter._forget) < 10
    assert all(later[0] >= first[0] for first, later in pairwise(sorted(limiter._forget)))


def test_a_send_that_took_long_holds_its_chat_from_its_end() -> None:
    limiter = Limiter(Rates())
    limiter.note("a", 0.3)
    limiter.answered("a", 0.3, 0.8)
    assert limiter.ready_at("a", 1.1) >= 1.8


def test_the_first_slow_sends_are_not_overtaken_by_quick_ones() -> None:
    """Thirty connections are made at once and take 0.4 s; what follows on them takes no time."""
    limiter = Limiter(Rates())
    for number in range(30):
        limiter.note(str(number), 0.0)
        limiter.answered(str(number), 0.0, 0.4)
    assert limiter.account_ready_at(1.1) >= 1.4


def test_an_uneven_latency_costs_no_throughput() -> None:
    limiter, now, rng = Limiter(Rates(account=(300, 1.0))), 0.0, random.Random(5)
    over: list[tuple[float, float, str]] = []
    for number in range(6_000):
        now = limiter.ready_at(str(number), now, bulk=True)
        limiter.note(str(number), now, bulk=True)
        heapq.heappush(over, (now + rng.uniform(0.05, 0.15), now, str(number)))
        while over[0][0] <= now:
            end, left, chat = heapq.heappop(over)
            limiter.answered(chat, left, end, bulk=True)
    assert 6_000 / 300 <= now <= 6_000 / 300 * 1.05


def test_broadcasts_leave_evenly_and_a_reply_need_not_wait() -> None:
    """At the full rate of broadcasts a reply finds room within an interval or two."""
    limiter, now, left, waits = Limiter(Rates(account=(30, 1.0))), 0.0, [], []
    for number in range(300):
        now = limiter.ready_at(f"b{number}", now, bulk=True)
        limiter.note(f"b{number}", now, bulk=True)
        left.append(now)
        if number % 7 == 0:
            asked = now + 0.001
            now = limiter.ready_at(f"r{number}", asked)
            waits.append(now - asked)
            limiter.note(f"r{number}", now)
            left.append(now)
    bulk = [later - first for first, later in zip(left, left[30:], strict=False)]
    assert min(bulk) >= 1.0, "thirty in any second, replies counted"
    assert max(waits) < 0.1


def test_after_a_short_hold_up_broadcasts_catch_up_a_little_and_no_more() -> None:
    limiter = Limiter(Rates(account=(300, 1.0)))
    limiter.note("a", 0.0, bulk=True)
    at, early = 0.5, 0  # half a second passed without one
    while limiter.ready_at(f"c{early}", at, bulk=True) <= at:
        limiter.note(f"c{early}", at, bulk=True)
        early += 1
    assert 1 <= early <= 300 * CATCH_UP + 2


def test_paid_broadcasts_have_a_window_of_their_own() -> None:
    limiter = Limiter(Rates(account=(30, 1.0), paid=(1000, 1.0)))
    now = 0.0
    for number in range(1_000):
        now = limiter.ready_at(f"b{number}", now, bulk=True)
        limiter.note(f"b{number}", now, bulk=True)
    assert 0.9 < now < 1.1
    assert limiter.ready_at("r", now) == now, "replies go at the account's own rate, of which nothing is used"


def test_an_album_counts_as_many_to_the_account_and_the_group_and_as_one_to_a_person() -> None:
    limiter = Limiter(Rates())
    for number in range(3):
        limiter.note(str(number), 0.0, weight=10)
    assert limiter.ready_at("9", 0.0) > 1.0
    assert limiter.ready_at("0", 1.2) == 1.2
    groups = Limiter(Rates())
    groups.note("-1", 0.0, group=True, weight=10)
    assert groups.ready_at("-1", 1.2, group=True, weight=10) == 1.2
    assert groups.ready_at("-1", 1.2, group=True, weight=11) > 60
    assert groups.ready_at("-1", 1.2, group=True, weight=40) > 60, "more than a window takes waits for an empty one"


async def test_the_most_urgent_leaves_first() -> None:
    limiter = Limiter(Rates(account=(1, 0.02), chat=(1000, 1.0)))
    gate, order = Gate(limiter), []

    async def go(lane: int) -> None:
        await gate.leave(Ticket(f"{lane}", False, lane))
        order.append(lane)

    first = asyncio.create_task(go(2))
    await first
    await asyncio.gather(*(go(lane) for lane in (3, 1, 2, 0)))
    assert order == [2, 0, 1, 2, 3]


async def test_who_gives_up_holds_nobody_up() -> None:
    limiter = Limiter(Rates(account=(1000, 1.0), chat=(1, 0.05)))
    gate = Gate(limiter)
    await gate.leave(Ticket("a", False, 1))
    waiting = asyncio.create_task(gate.leave(Ticket("a", False, 0)))
    await asyncio.sleep(0)
    assert gate.waiting(bulk=False) == 1
    await gate.leave(Ticket("b", False, 3))  # a chat that has to wait is passed by
    waiting.cancel()
    await asyncio.gather(waiting, return_exceptions=True)
    assert gate.waiting(bulk=False) == 0
    await gate.leave(Ticket("a", False, 1))


async def test_albums_and_what_follows_them_keep_the_rates(small: Database, clock: Clock, tmp_path: Path) -> None:
    """An album and its choices are two calls to one chat: without a pace the second one would meet a 429."""
    digests = []
    for name in (b"one", b"two", b"three"):
        digest = MediaFolder(tmp_path / "media", small).put(name)
        await small.turn(partial(media.create, kind="photo", mime="image/jpeg", size=3, now=MORNING, digest=digest))
        digests.append(digest)
    message = Message(text=Text("plain", {"text": "看"}), media=tuple(digests), choices=offered(), lane=Lane.BROADCASTS)
    with new_api(rules=RULES) as api:
        async with mailing(small, api, clock, tmp_path / "media", rates=RATES) as mail:
            for user in (RESIDENT, HELPER, SECOND):
                await mail.put(user, message)
            async with delivering(mail):
                await mail.empty()
        assert api.count_429 == 0 and not api.errors
        assert [len(api.sent_to(int(user))) for user in (RESIDENT, HELPER, SECOND)] == [4, 4, 4]
