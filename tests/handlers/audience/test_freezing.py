"""The list of a broadcast is made when its moment has come: of whom, and what follows."""

from datetime import timedelta
from typing import Any

from handlers.audience import audience as audiences
from handlers.audience.audience import Audience
from handlers.broadcasts import content
from handlers.broadcasts.content import Content
from handlers.broadcasts.going_out import freezing
from handlers.turn import Speaker
from storage import broadcasts, people, recipients
from storage.broadcasts import ALL_CLEAR, DRAFT, FREEZING, SENDING, STOPPED, Broadcast
from storage.database import Database
from storage.transaction import Transaction
from tests.bot.stage import MORNING, demo_community
from tests.handlers.audience.stand import place, turn_of


def begun(tx: Transaction, whom: Audience, **known: Any) -> Broadcast:
    """A broadcast whose list is to be made."""
    drafter = turn_of(tx, "陈主任").person
    said = Content("停水", "明天停水")
    values = {"kind": "routine", "body": content.encode(said), "words": said.whole, "now": MORNING, **known}
    unit = place(tx, "heshunli")
    made = broadcasts.create(tx, place_id=unit, drafter_id=drafter.id, audience=audiences.encode(whom), **values)
    broadcasts.move(tx, made.id, DRAFT, FREEZING)
    return made


def speaker(tx: Transaction) -> Speaker:
    return Speaker(tx, MORNING, demo_community())


def frozen(tx: Transaction, broadcast: Broadcast) -> dict[str, recipients.Recipient]:
    """The list, by name, once it is whole."""
    while freezing.freeze(speaker(tx)):
        pass
    rows = recipients.page(tx, broadcast.id, 0, 1_000)
    return {people.read(tx, each.person_id).name: each for each in rows}


def known(tx: Transaction, name: str, code: str) -> None:
    """A neighbour of whom only the phone is known."""
    person = people.create(tx, "zh-CN", MORNING)
    person.name, person.state, person.place_id = name, "known", place(tx, code)
    people.save(tx, person)


async def test_the_list_and_then_it_goes_out(demo: Database) -> None:
    def work(tx: Transaction) -> None:
        known(tx, "邻居", "heshun-3")
        made = begun(tx, Audience((place(tx, "heshun-3"),)))
        rows = frozen(tx, made)
        assert rows.keys() == {"王阿姨", "大刘"}
        assert {each.place_id for each in rows.values()} == {place(tx, "heshunli")}
        after = broadcasts.get(tx, made.id)
        assert (after.state, after.people) == (SENDING, 2)

    await demo.turn(work)


async def test_who_can_only_be_phoned_is_on_the_list_of_what_is_phoned_after(demo: Database) -> None:
    def work(tx: Transaction) -> None:
        known(tx, "邻居", "heshun-3")
        whom = Audience((place(tx, "heshun-3"),))
        urgent = begun(tx, whom, kind="emergency")
        assert "邻居" in frozen(tx, urgent)
        patient = begun(tx, whom, silent_after=timedelta(hours=2))
        assert "邻居" in frozen(tx, patient)

    await demo.turn(work)


async def test_an_all_clear_goes_to_those_who_got_the_alarm(demo: Database) -> None:
    def work(tx: Transaction) -> None:
        alarm = begun(tx, Audience((place(tx, "heshun-3"), place(tx, "heshun-5"))), kind="emergency")
        rows = frozen(tx, alarm)
        for name, state in (("王阿姨", "sent"), ("大刘", "unknown"), ("李大爷", "gone")):
            recipients.outcome(tx, rows[name].id, state, MORNING)
        who = people.read_by_code(tx, "大刘")
        assert who is not None
        who.unsubscribed_at, who.place_id = MORNING, place(tx, "liudixincun-1")
        people.save(tx, who)
        clear = begun(tx, Audience(), kind="emergency", follows_id=alarm.id, follows_as=ALL_CLEAR)
        assert {name: each.state for name, each in frozen(tx, clear).items()} == {"王阿姨": "queued", "大刘": "queued"}

    await demo.turn(work)


async def test_an_empty_list_is_a_draft_again_and_can_be_made_anew(demo: Database) -> None:
    def work(tx: Transaction) -> None:
        made = begun(tx, Audience((place(tx, "heshun-12"),), languages=("en",)))
        assert frozen(tx, made) == {}
        after = broadcasts.get(tx, made.id)
        assert (after.state, after.people, after.frozen_place, after.frozen_after) == (DRAFT, 0, 0, 0)
        broadcasts.set_audience(tx, made.id, audiences.encode(Audience((place(tx, "heshun-3"),))))
        broadcasts.move(tx, made.id, DRAFT, FREEZING)
        assert len(frozen(tx, made)) == 2

    await demo.turn(work)


async def test_it_goes_on_where_it_stood_and_stops_when_told(demo: Database, monkeypatch: Any) -> None:
    monkeypatch.setattr(freezing, "SLICE", 2)

    def slice_(tx: Transaction) -> bool:
        return freezing.freeze(speaker(tx))

    made = await demo.turn(lambda tx: begun(tx, Audience((place(tx, "qinghe"),))))
    assert await demo.turn(slice_)
    first = await demo.read(lambda tx: len(recipients.page(tx, made.id, 0, 1_000)))
    assert 0 < first < 20
    while await demo.turn(slice_):
        pass
    rows = await demo.read(lambda tx: recipients.page(tx, made.id, 0, 1_000))
    whole = await demo.read(lambda tx: broadcasts.get(tx, made.id))
    assert whole.people == len(rows) == len({each.person_id for each in rows}) > 20

    other = await demo.turn(lambda tx: begun(tx, Audience((place(tx, "qinghe"),))))
    assert await demo.turn(slice_)
    await demo.turn(lambda tx: broadcasts.move(tx, other.id, FREEZING, STOPPED))
    assert not await demo.turn(slice_)
