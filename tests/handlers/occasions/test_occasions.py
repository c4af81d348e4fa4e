"""Occasions: who goes, until when, what rests, what words of a neighbour tell; and what may never be said or shown."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from handlers.occasions import agreeing, care_words, going, offer_clock, raising, speaking, station, violence
from handlers.occasions.care_words import Word
from handlers.occasions.going import Pair
from handlers.packs.model import Item
from handlers.turn import Speaker
from storage import absences, addresses, cards, occasions, people, places, roles, visits
from storage.occasions import Occasion
from storage.transaction import Transaction
from tests.bot.stage import ACCOUNT, DESK, RESIDENT, Service, demo_community

DAY, HOUR = timedelta(days=1), timedelta(hours=1)
NOW = datetime(2026, 11, 23, 1, tzinfo=UTC)  # nine in the morning here
TODAY = date(2026, 11, 23)


@pytest.fixture
def here(service: Service) -> Service:
    """The demo community on each engine in turn."""
    return service


def who(tx: Transaction, name: str) -> int:
    person = people.read_by_code(tx, name)
    assert person is not None
    return person.id


def name(tx: Transaction, person_id: int | None) -> str | None:
    return None if person_id is None else people.read(tx, person_id).name


def spot(tx: Transaction, code: str) -> int:
    place = places.read_by_code(tx, code)
    assert place is not None
    return place.id


def occasion(state: str, *, days_ago: float, kind: str = "hospital") -> Occasion:
    at = NOW - days_ago * DAY
    return Occasion(1, 2, 3, kind, "neighbour", 4, None, state, None, 0, at, None, None)


async def goes(here: Service, person: str, kind: str | None, *gone: str) -> tuple[str | None, str | None, str]:
    """Who goes to somebody today, after those named have gone away; both by name, and why."""

    def work(tx: Transaction) -> tuple[str | None, str | None, str]:
        for each in gone:
            absences.add(tx, who(tx, each), None, NOW + 9 * DAY, NOW)
        pair = going.who_goes(Speaker(tx, NOW, demo_community()), who(tx, person), spot(tx, "heshunli"), kind, TODAY)
        return name(tx, pair.visitor_id), name(tx, pair.second_id), pair.why

    return await here.database.turn(work)


async def test_a_familiar_face_first(here: Service) -> None:
    assert await goes(here, "王阿姨", None) == ("联络员小林", None, "liaison")
    assert await goes(here, "王阿姨", "bereavement") == ("联络员小林", "联络员小秦", "liaison")
    assert await goes(here, "王阿姨", "hardship", "联络员小林") == ("联络员小秦", None, "deputy")


async def test_whom_nobody_knows_has_somebody_named(here: Service) -> None:
    assert await goes(here, "Mary", "bereavement") == (None, None, "")
    assert await goes(here, "王阿姨", None, "联络员小林", "联络员小秦") == (None, None, "")


async def test_never_alone_to_a_death_or_a_conflict(here: Service) -> None:
    assert await goes(here, "王阿姨", "conflict", "联络员小秦") == ("联络员小林", "书记老何", "liaison")


async def test_who_came_before_is_no_stranger(here: Service) -> None:
    def visited(tx: Transaction) -> None:
        made = visits.create(
            tx,
            person_id=who(tx, "Mary"),
            place_id=spot(tx, "heshunli"),
            kind=visits.ROUTINE,
            day=TODAY - 30 * DAY,
            due=NOW - 30 * DAY,
            visitor_id=who(tx, "联络员小秦"),
            step=None,
            remind_at=None,
            now=NOW - 31 * DAY,
        )
        visits.end(tx, made.id, visits.DONE, NOW - 30 * DAY)

    await here.database.turn(visited)
    assert await goes(here, "Mary", "hospital") == ("联络员小秦", None, "visited")


async def test_whoever_lost_the_role_does_not_go(here: Service) -> None:
    def work(tx: Transaction) -> None:
        for held in roles.of_person(tx, who(tx, "联络员小林")):
            if held.role == "liaison":
                roles.end(tx, held.id, held.person_id, NOW)

    await here.database.turn(work)
    assert (await goes(here, "王阿姨", None))[0] == "联络员小秦"


@pytest.mark.parametrize(
    ("state", "days", "rests"),
    [
        ("declined", 59, True),
        ("declined", 61, False),
        ("unanswered", 59, True),
        ("unanswered", 61, False),
        ("agreed", 29, True),
        ("agreed", 31, False),
        ("withdrawn", 6, True),
        ("withdrawn", 8, False),
        ("offered", 400, True),
        ("calling", 400, True),
        ("waiting", 400, True),
    ],
)
def test_how_long_nobody_is_asked_again(state: str, days: int, rests: bool) -> None:
    assert raising.still(occasion(state, days_ago=days), NOW) is rests


@pytest.mark.parametrize(
    ("at", "hours", "day"),
    [
        ("2026-11-23 09:00", 24, "2026-11-23"),  # due at nine: what must be done before ten is done the day before
        ("2026-11-23 11:00", 24, "2026-11-24"),
        ("2026-11-23 23:00", 24, "2026-11-24"),
        ("2026-11-24 02:00", 24, "2026-11-24"),
        ("2026-11-23 11:00", 72, "2026-11-26"),
    ],
)
def test_the_day_of_a_visit_lies_before_its_last_moment(at: str, hours: int, day: str) -> None:
    community = demo_community()
    now = datetime.fromisoformat(at).replace(tzinfo=community.zone)
    speaker: Any = type("Now", (), {"now": now, "community": community})()
    assert agreeing.last_day(speaker, now + timedelta(hours=hours)).isoformat() == day


def test_the_limits_are_those_of_the_rules() -> None:
    assert {kind: limit / HOUR for kind, limit in agreeing.WITHIN.items()} == {
        "bereavement": 24,
        "hospital": 48,
        "conflict": 48,
        "hardship": 72,
    }


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("隔壁张奶奶住院了", Word("张奶奶", "hospital")),
        ("邻居老王家有人去世了", Word("", "bereavement")),
        ("隔壁李大爷昨天去世了", Word("", "bereavement", "李大爷")),
        ("隔壁李大爷的老伴去世了", Word("李大爷", "bereavement")),
        ("my neighbour Mr Li passed away", Word("", "bereavement", "Mr Li")),
        ("隔壁天天吵得我睡不着", None),
        ("隔壁天天吵", None),
        ("隔壁吵架吵得没法休息", None),
        ("我家隔壁夫妻天天吵", Word("", "conflict")),
        ("楼上李大爷下岗了", Word("李大爷", "hardship")),
        ("对门两口子天天吵架", Word("", "conflict")),
        ("My neighbour is in hospital", Word("", "hospital")),
        ("帮邻居张大爷约个住院陪护", None),
        ("邻居住院了怎么报销", None),
        ("我妈住院了", None),
        ("邻居家的狗总叫", None),
        ("隔壁装修太吵了", None),
        ("", None),
    ],
)
def test_words_of_a_neighbour(text: str, word: Word | None) -> None:
    assert care_words.of_neighbour(text) == word


def test_what_counts_as_violence_at_home(small: Any) -> None:
    speaker: Any = type("Here", (), {"community": demo_community()})()
    items: tuple[Item, ...] = speaker.community.pack.items
    assert {each.code for each in items if violence.is_item(speaker, each.code)} >= {"law.dv"}
    assert not violence.is_item(speaker, "mdt.family") and violence.own_item(speaker) == "law.dv"


async def raised(here: Service, person: str, kind: str, **values: Any) -> Occasion | None:
    def work(tx: Transaction) -> Occasion | None:
        speaker = Speaker(tx, here.clock.now(), demo_community())
        asked = people.read(tx, who(tx, person))
        found = raising.raise_it(speaker, asked, kind, "neighbour", who(tx, "大刘"), **values)
        return None if found is None else occasions.read(tx, found.id)

    return await here.database.turn(work)


async def test_the_offer_names_nothing_and_nobody(here: Service) -> None:
    found = await raised(here, "王阿姨", "bereavement")
    assert found is not None and found.state == occasions.OFFERED
    offer = await here.last(RESIDENT)
    assert "看看" in offer.text
    assert not any(word in offer.text for word in ("丧", "大刘", "邻居", "去世"))
    assert await raised(here, "王阿姨", "bereavement") is None
    assert await raised(here, "王阿姨", "hospital") is not None


async def test_nobody_answers_anothers_offer(here: Service) -> None:
    found = await raised(here, "李大爷", "hardship")
    assert found is not None
    for action in ("yes", "call", "no", "off", "again"):
        await here.press(RESIDENT, f"care.{action}:{found.id}")
    await here.press(RESIDENT, f"care.by:{found.id}/yes")
    await here.press(RESIDENT, f"care.name:{found.id}/{found.person_id}")
    await here.press(RESIDENT, f"care.reported:{found.id}")
    await here.press(RESIDENT, f"care.mistake:{found.id}")
    assert await here.count("occasions", "state = 'calling'") == 1  # he has no chat here
    assert await here.count("visits", "occasion_id IS NOT NULL") == 0


async def test_a_no_leaves_no_trace_but_the_answer(here: Service) -> None:
    found = await raised(here, "王阿姨", "hospital")
    assert found is not None
    before = await here.count("outbox")
    await here.press(RESIDENT, f"care.no:{found.id}")
    assert await here.count("occasions", "state = 'declined'") == 1
    assert await here.count("outbox") == before + 1
    await here.press(RESIDENT, f"care.yes:{found.id}")
    assert await here.count("occasions", "state = 'declined'") == 1


async def test_the_dead_are_not_asked(here: Service) -> None:
    def die(tx: Transaction) -> None:
        card = cards.of_person(tx, who(tx, "李大爷"))
        assert card is not None
        cards.close(tx, card.id, "died", NOW)

    found = await raised(here, "李大爷", "hospital", wait=HOUR)
    assert found is not None and found.state == occasions.WAITING
    await here.database.turn(die)
    said = await here.count("outbox")

    def later(tx: Transaction) -> bool:
        return offer_clock.run(Speaker(tx, here.clock.now() + 2 * HOUR, demo_community()))

    assert await here.database.turn(later)
    assert await here.count("occasions", "state = 'withdrawn'") == 1 and await here.count("outbox") == said
    assert await raised(here, "李大爷", "hardship") is None


async def test_what_staff_choose_about_somebody_is_sensitive(here: Service) -> None:
    def seat(tx: Transaction) -> int:
        liaison = who(tx, "联络员小林")
        addresses.create(tx, account=ACCOUNT, user="131", chat="131", person_id=liaison, now=NOW)
        card = cards.of_person(tx, who(tx, "王阿姨"))
        assert card is not None
        return card.id

    card = await here.database.turn(seat)
    await here.press("131", f"occasion.raise:{card}")
    await here.press_label("131", "家里有矛盾")
    keys = {"care-what-happened", "care-hurt"}
    asked = [each.message for each in await here.said("131") if each.message.text.key in keys]
    assert {each.text.key for each in asked} == keys
    assert all(each.sensitive for each in asked)


async def test_whoever_calls_sees_who_may_be_meant(here: Service) -> None:
    """Two of that family name with a card live in the house: nobody is taken for the other."""

    def work(tx: Transaction) -> None:
        first = people.read(tx, who(tx, "王阿姨"))
        other = people.create(tx, "zh-CN", NOW)
        other.state, other.name, other.place_id = "known", "王大爷", first.place_id
        people.save(tx, other)
        cards.create(
            tx,
            number="TEST-1",
            token="token 1",
            person_id=other.id,
            place_id=spot(tx, "heshunli"),
            liaison_id=None,
            deputy_id=None,
            about=cards.About(),
            source="chat",
            now=NOW,
        )
        asked = people.create(tx, "zh-CN", NOW)
        asked.state, asked.name, asked.place_id = "known", "老王", first.place_id
        people.save(tx, asked)
        speaker = Speaker(tx, here.clock.now(), demo_community())
        raising.raise_it(speaker, asked, "hardship", "neighbour", who(tx, "大刘"))

    await here.database.turn(work)
    told = (await here.last(DESK)).text
    assert "王阿姨、王大爷" in told and "也许就是同一位" in told


async def test_of_violence_nobody_of_the_household_hears(here: Service) -> None:
    def work(tx: Transaction) -> tuple[bool, Pair]:
        speaker = Speaker(tx, NOW, demo_community())
        person = people.read(tx, who(tx, "王阿姨"))
        violence.raise_it(speaker, person, spot(tx, "heshunli"), "neighbour", who(tx, "大刘"), None)
        once_more = violence.raise_it(speaker, person, spot(tx, "heshunli"), "neighbour", who(tx, "阿珍"), None)
        assert once_more is not None
        partner = people.create(tx, "zh-CN", NOW)
        partner.state, partner.place_id, partner.door = "joined", person.place_id, person.door
        people.save(tx, partner)
        return raising.rests(speaker, partner, "conflict"), Pair(station.of(speaker, partner))

    rests, home = await here.database.turn(work)
    assert rests and home.visitor_id is not None
    assert await here.count("occasions", "state = 'safety'") == 1
    mine = "address_id IN (SELECT id FROM addresses WHERE person_id = (SELECT id FROM people WHERE code = '王阿姨'))"
    assert await here.count("outbox", mine) == 0


async def test_of_violence_everybody_may_tell_however_often(here: Service) -> None:
    def work(tx: Transaction) -> None:
        speaker = Speaker(tx, here.clock.now(), demo_community())
        for number, kind in enumerate((*occasions.KINDS, "hardship")):
            asked = people.read(tx, who(tx, "李大爷" if number < len(occasions.KINDS) else "赵奶奶"))
            raising.raise_it(speaker, asked, kind, "neighbour", who(tx, "王阿姨"))

    await here.database.turn(work)
    assert await here.count("occasions") == speaking.MOST_A_DAY
    for hurt, answer in (("没有", "今天您已经说了好几位"), ("有", "我们依法处理")):
        await here.command(RESIDENT, "care")
        await here.press_label(RESIDENT, "邻居或别人")
        await here.say(RESIDENT, "大刘")
        await here.press_label(RESIDENT, "和我同一栋")
        await here.press_label(RESIDENT, "跳过")
        await here.press_label(RESIDENT, "家里有矛盾")
        await here.press_label(RESIDENT, hurt)
        assert answer in (await here.last(RESIDENT)).text
    assert await here.count("occasions", "state = 'safety'") == 1


async def test_two_channels_of_one_person_keep_one_offer(here: Service) -> None:
    await raised(here, "王阿姨", "hospital")
    await raised(here, "李大爷", "hospital")

    def work(tx: Transaction) -> list[str]:
        occasions.merge(tx, who(tx, "王阿姨"), who(tx, "李大爷"))
        return sorted(each.state for each in occasions.of_person(tx, who(tx, "王阿姨")))

    assert await here.database.turn(work) == ["offered", "withdrawn"]
