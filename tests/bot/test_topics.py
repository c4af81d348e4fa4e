"""Topics of a group over a real Bot API server: opened once, with the first thing that is to be said in them."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from handlers.message import Lane, Message, Text
from handlers.turn import Speaker
from storage import addresses
from storage.addresses import Address, group_user
from storage.database import Database
from storage.transaction import Transaction
from tests.bot.sending import Mail, delivering, mailing, new_api
from tests.bot.stage import ACCOUNT, HELPER, MORNING, Clock, demo_community
from tests.botapi import BotApi, Rules

FORUM = -1007788


@pytest.fixture
def api() -> Iterator[BotApi]:
    with new_api(rules=Rules.without_rates()) as running:
        yield running


@pytest.fixture
async def mail(small: Database, api: BotApi, clock: Clock, tmp_path: Path) -> AsyncIterator[Mail]:
    async with mailing(small, api, clock, tmp_path / "media") as made:
        yield made


async def new_topic(mail: Mail, name: str = "居民 1", chat: int = FORUM) -> Address:
    """A topic that is still to be opened."""

    def work(tx: Transaction) -> Address:
        user = group_user(str(chat), None)
        group = addresses.find(tx, ACCOUNT, user)
        group = group or addresses.create(tx, account=ACCOUNT, user=user, chat=str(chat), now=MORNING)
        assert group is not None
        return addresses.create_topic(tx, group, name, MORNING)

    return await mail.database.turn(work)


async def say(mail: Mail, address: Address, words: str, lane: Lane = Lane.REPLIES, key: str | None = None) -> None:
    message = Message(text=Text("plain", {"text": words}), lane=lane, key=key)
    await mail.database.turn(lambda tx: Speaker(tx, mail.clock.now(), demo_community()).put(address, message))


async def test_a_topic_is_opened_once_by_whatever_is_said_in_it_first(mail: Mail, api: BotApi) -> None:
    group = api.group(FORUM, "值班群", [int(HELPER)], topics=True)
    topic = await new_topic(mail)
    for lane in Lane:  # several lanes at one moment
        await say(mail, topic, lane.name, lane)
    async with delivering(mail):
        await mail.empty()
        assert group.topics is not None
        assert list(group.topics.values()) == ["居民 1"]
        (thread,) = group.topics
        assert {one.thread for one in api.sent_to(FORUM)} == {thread}
        known = await mail.database.read(lambda tx: addresses.find(tx, ACCOUNT, group_user(str(FORUM), str(thread))))
        assert known is not None and (known.id, known.thread) == (topic.id, str(thread))
        await say(mail, topic, "later")
        await mail.empty()
    assert len(group.topics) == 1
    assert api.sent_to(FORUM)[-1].thread == thread


@pytest.mark.parametrize("kind", ["no topics", "no rights"])
async def test_where_no_topic_can_be_opened_the_address_is_gone(mail: Mail, api: BotApi, kind: str) -> None:
    api.group(FORUM, "值班群", [int(HELPER)], topics=kind != "no topics", bot="member")
    topic = await new_topic(mail)
    await say(mail, topic, "在等人工")
    async with delivering(mail):
        await mail.empty()
    assert await mail.states() == ["gone"]
    assert (await mail.database.read(lambda tx: addresses.read(tx, topic.id))).state == "gone"
    assert api.sent_to(FORUM) == []


async def test_a_topic_that_was_deleted_is_gone(mail: Mail, api: BotApi) -> None:
    group = api.group(FORUM, "值班群", [int(HELPER)], topics=True)
    topic = await new_topic(mail)
    await say(mail, topic, "在等人工")
    async with delivering(mail):
        await mail.empty()
        assert group.topics is not None
        group.topics.clear()
        await say(mail, topic, "还在等")
        await mail.empty()
    assert await mail.states() == ["sent", "gone"]
    assert (await mail.database.read(lambda tx: addresses.read(tx, topic.id))).state == "gone"


async def test_whoever_writes_in_a_topic_before_it_is_noted_does_not_stop_it(mail: Mail, api: BotApi) -> None:
    topic = await new_topic(mail)
    user = group_user(str(FORUM), "77")
    await mail.database.turn(
        lambda tx: addresses.create(tx, account=ACCOUNT, user=user, chat=str(FORUM), thread="77", now=MORNING)
    )
    await mail.database.turn(lambda tx: addresses.topic_opened(tx, topic, "77"))
    found = await mail.database.read(lambda tx: addresses.find(tx, ACCOUNT, user))
    assert found is not None and (found.id, found.thread) == (topic.id, "77")
