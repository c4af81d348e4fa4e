"""A second street with a station of its own: its people read nothing of the first one's, whatever they press."""

from dataclasses import dataclass

import pytest

from storage import addresses, cards, dialogues, people, places, roles
from storage.cards import About
from storage.places import Place
from storage.transaction import Transaction
from tests.bot.stage import ACCOUNT, MORNING, Service
from tests.handlers import visited
from tests.handlers.visited import WRITTEN

STREET, SECRETARY, LIAISON, MEMBER = "171", "172", "173", "174"
ROLES = {STREET: "coordinator", SECRETARY: "secretary", LIAISON: "liaison", MEMBER: "resident"}
SECRETS = (*WRITTEN.values(), "王阿姨", "李大爷", "和顺里", "柳堤", "小林", "130 0000 0001", "2单元 502")
DESK = "和顺里社区服务台"  # whose phone everybody is given
ABOUT_ONE = {
    "person.show": "card",
    "person.details": "card",
    "person.history": "card",
    "notes.of": "card",
    "rhythm.of": "card",
    "visits.of": "card",
    "thought.of": "card",
    "visit.show": "made",
    "worry.show": "worry",
    "promise.show": "promise",
    "notes.one": "note",
}
ABOUT_ALL = ("worry.list", "visits.station", "visits.late", "visits.load", "liaison.station", "liaison.without")


@dataclass(frozen=True)
class Street:
    """The second street and the building in which everybody of it lives."""

    street: Place
    community: Place
    home: Place


def build(tx: Transaction) -> None:
    """湖滨社区 in 东湖街道: a coordinator of the street, a secretary, a liaison, and a member with a card."""
    street = places.write(tx, "donghu", places.read_by_code(tx, "wangjiang"), "street", "东湖街道", "Donghu", 9)
    community = places.write(tx, "hubin", street, "community", "湖滨社区", "Hubin", 0)
    estate = places.write(tx, "hubin-e", community, "estate", "湖滨小区", "Hubin Estate", 0)
    home = places.write(tx, "hubin-1", estate, "building", "1号楼", "Building 1", 0)
    there = Street(street, community, home)
    ids = {user: person(tx, user, role, there) for user, role in ROLES.items()}
    cards.create(
        tx,
        number=cards.new_number(tx),
        token=cards.new_token(),
        person_id=ids[MEMBER],
        place_id=community.id,
        liaison_id=ids[LIAISON],
        deputy_id=None,
        about=About(True, (), None),
        source="chat",
        now=MORNING,
    )


def person(tx: Transaction, user: str, role: str, there: Street) -> int:
    """Somebody of the second street."""
    made = people.create(tx, "zh-CN", MORNING)
    made.state, made.name, made.place_id = "joined", f"湖滨{user}", there.home.id
    people.save(tx, made)
    dialogues.create(tx, made.id, MORNING)
    addresses.create(tx, account=ACCOUNT, user=user, chat=user, person_id=made.id, now=MORNING)
    at = there.street if role == "coordinator" else there.community
    roles.grant(tx, made.id, role, at.id, None, None, MORNING)
    return made.id


@pytest.fixture
async def streets(here: Service) -> Service:
    """The demo community, and the second street beside it."""
    await here.database.turn(build)
    return here


async def test_nobody_of_another_street_reads_a_card_or_a_list(streets: Service) -> None:
    ids = await visited.known(streets)
    looked = await streets.count("reveals")
    actions = [f"{name}:{ids[of]}" for name, of in ABOUT_ONE.items()]
    actions += [f"{name}:{ids['place']}" for name in ABOUT_ALL]
    for user in ROLES:
        for action in actions:
            await streets.press(user, action)
            assert "办不了" in (await streets.last(user)).text, (user, action)
    assert await streets.count("reveals") == looked


async def test_each_street_sees_its_own_numbers_and_people(streets: Service) -> None:
    """Also the overviews that they open themselves name their own alone."""
    await visited.known(streets)
    for user, command, own in (
        (STREET, "visits", "湖滨社区"),
        (SECRETARY, "visits", "湖滨社区"),
        (SECRETARY, "people", "湖滨社区"),
        (LIAISON, "people", f"湖滨{MEMBER}"),
        (MEMBER, "card", f"湖滨{LIAISON}"),
        (MEMBER, "mydata", ""),
    ):
        await streets.command(user, command)
        assert own in (text := await shown(streets, user)), (user, text)
    for user in ROLES:
        said = [one.text.replace(DESK, "") for one in await streets.said(user)]
        assert not [text for text in said if any(secret in text for secret in SECRETS)], user


async def test_a_member_there_who_opens_her_card_learns_the_services_alone(streets: Service) -> None:
    ids = await visited.known(streets)
    card = await streets.database.read(lambda tx: cards.get(tx, ids["card"]))
    await streets.command(MEMBER, "start", f"card-{card.token}")
    text = await shown(streets, MEMBER)
    assert not [secret for secret in (*WRITTEN.values(), "王阿姨", "小林", "2单元 502") if secret in text], text


async def shown(streets: Service, user: str) -> str:
    """The newest message for somebody, with its buttons' words."""
    last = await streets.last(user)
    return f"{last.text} {[each.label for each in last.choices]}"
