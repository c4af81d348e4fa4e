"""The systems beside ours: their rate, their 429s, what a kill costs. They run for a fixed time, killed once half-way.

A loop that was killed knows nothing of those it has written to. Started again it begins anew: `doubled_per_kill` are
those who got the message twice. `missed` are those whose turn had come and who got nothing.
"""

import subprocess
import sys
import time
from collections import Counter

from benchmarks.broadcasts import audience
from benchmarks.broadcasts.loops import RATE_LIMITER, SLEEP
from benchmarks.broadcasts.run import REPLIES_PER_SECOND, percentile, share
from benchmarks.broadcasts.server import RATE, Residents, server
from benchmarks.crash.town import TOKEN
from tests.botapi import BotApi

SYSTEMS = (RATE_LIMITER, SLEEP)
LIVES = 15.0  # seconds before the kill, and after it
SEED = 1
STARTS_WITHIN = 30.0


def measure(system: str, number: int) -> dict[str, float]:
    """The figures of one system with a list of so many."""
    with server(TOKEN, SEED) as api:
        for user in audience.users(number):
            api.person(user, f"P{user}", started=True)
        residents = Residents(api, audience.users(number), audience.WORDS, REPLIES_PER_SECOND, SEED)
        first = _live(system, api, number, residents)
        _live(system, api, number, None)
        residents.leave()
        got = Counter(one.chat_id for one in api.sent if audience.WORDS in one.text)
        come = max(got, default=audience.FIRST_USER - 1) - audience.FIRST_USER + 1
        return {
            "share_of_limit": round(first, 4),
            "http_429": api.count_429,
            "missed": come - len(got),
            "doubled_per_kill": sum(times - 1 for times in got.values()),
            "in_flight_window": 1,
            "reply_p99_ms": round(percentile(residents.waits, 0.99) * 1000, 1),
        }


def _live(system: str, api: BotApi, number: int, residents: Residents | None) -> float:
    """Runs it for a while and kills it; returns its share of the limit."""
    before = len(api.sent)
    process = subprocess.Popen(_command(system, api, number))
    try:
        deadline = time.monotonic() + STARTS_WITHIN
        while len(api.world.records.sent) == before and time.monotonic() < deadline:
            time.sleep(0.02)
        if residents is not None:
            residents.come()
        time.sleep(LIVES)
        if residents is not None:
            residents.hold()
    finally:
        process.kill()
        process.wait()
    return share(api.sent[before:])


def _command(system: str, api: BotApi, number: int) -> list[str]:
    given = (api.base_url, TOKEN, str(audience.FIRST_USER), str(number), str(RATE[0]))
    return [sys.executable, "-m", "benchmarks.broadcasts.loops", system, *given]
