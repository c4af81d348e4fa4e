"""The server and a bot that talks to it."""

from collections.abc import AsyncIterator, Iterator

import pytest
from telegram import Bot

from tests.botapi import BotApi, Rules
from tests.test_botapi.stage import ANNA, BELA, FORUM, GROUP, Clock, connect


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def api(clock: Clock) -> Iterator[BotApi]:
    with BotApi(clock=clock, wall=clock, rules=Rules(tolerance=0.0)) as server:
        server.person(ANNA, "Anna", language_code="zh-hans", started=True)
        server.person(BELA, "Bela", started=True)
        server.group(GROUP, "水电队", [ANNA, BELA])
        server.group(FORUM, "大群", [ANNA], topics=True)
        yield server


@pytest.fixture
async def bot(api: BotApi) -> AsyncIterator[Bot]:
    async with connect(api) as made:
        yield made
