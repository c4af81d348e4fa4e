"""Small communities for tests of storage."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from storage import addresses, catalogue, dialogues, outbox, people, places, service_requests, teams
from storage.addresses import Address
from storage.catalogue import Item, Series
from storage.database import Database
from storage.outbox import Outgoing
from storage.people import Person
from storage.phones import Phone
from storage.places import Place
from storage.service_requests import Details, ServiceRequest
from storage.teams import Team
from storage.transaction import Transaction

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
SECOND, MINUTE, HOUR, DAY = timedelta(seconds=1), timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
ACCOUNT = "telegram:test"


@dataclass(frozen=True)
class Community:
    """A district with two estates, a team of the first, one item, a resident and a volunteer with their addresses."""

    district: Place
    estate: Place
    other_estate: Place
    team: Team
    item: Item
    resident: Person
    volunteer: Person
    resident_address: Address
    team_address: Address


def new_person(tx: Transaction, *, name: str = "", phone: str = "", door: str = "") -> Person:
    """Somebody with a dialogue."""
    person = people.create(tx, "zh-CN", NOW)
    person.name, person.phone, person.door = name, Phone(phone) if phone else None, door
    people.save(tx, person)
    dialogues.create(tx, person.id, NOW)
    return person


def new_address(
    tx: Transaction, user: str, *, person: Person | None = None, team: Team | None = None, chat: str = ""
) -> Address:
    """An open address on the test account."""
    made = addresses.create(
        tx,
        account=ACCOUNT,
        user=user,
        chat=chat or user,
        now=NOW,
        person_id=person.id if person else None,
        team_id=team.id if team else None,
    )
    assert made is not None
    return made


def new_item(tx: Transaction, code: str = "light", series: str = "repairs", position: int = 1) -> Item:
    """An item in a series."""
    catalogue.write_series(tx, Series(series, "报修", "Repairs"), 1)
    item = Item(code, series, "灯坏了", "A broken light", "normal", HOUR, DAY, ("place",), ("water",), False)
    catalogue.write_item(tx, item, position)
    return item


def community(tx: Transaction) -> Community:
    """Makes the small community."""
    district = places.write(tx, "d", None, "district", "区", "District", 0)
    estate = places.write(tx, "e1", district, "estate", "一村", "Estate 1", 1)
    other = places.write(tx, "e2", district, "estate", "二村", "Estate 2", 2)
    team = teams.write(tx, "water", "水电队", "Water and light", estate.id, "group", ("water",))
    resident, volunteer = new_person(tx, name="王阿姨"), new_person(tx, name="小李")
    return Community(
        district,
        estate,
        other,
        team,
        new_item(tx),
        resident,
        volunteer,
        new_address(tx, "u1", person=resident),
        new_address(tx, addresses.group_user("-100", None), team=team, chat="-100"),
    )


async def founded(database: Database) -> Community:
    """Makes the small community in a turn of its own."""
    return await database.turn(community)


def new_request(
    tx: Transaction, place: Place, by: Person, number: str = "", words: str = "", team: Team | None = None
) -> ServiceRequest:
    """A request that has been offered."""
    request_id = service_requests.create(
        tx,
        number=number or service_requests.next_number(tx, "20261123"),
        state="offered",
        item="light",
        person_id=by.id,
        place_id=place.id,
        team_id=team.id if team else None,
        details=Details(words=words),
        respond_by=NOW + HOUR,
        resolve_by=NOW + DAY,
        now=NOW,
    )
    made = service_requests.read(tx, request_id)
    assert made is not None
    return made


def outgoing(
    address: Address,
    body: str = "hello",
    *,
    lane: int = 1,
    key: str | None = None,
    asks: bool = False,
    not_before: datetime = NOW,
    expires_at: datetime | None = None,
) -> Outgoing:
    """A message to an address."""
    return Outgoing(address.id, address.account, lane, body, asks, not_before, expires_at, key)


def say(tx: Transaction, address: Address, body: str = "hello", *, lane: int = 1, not_before: datetime = NOW) -> int:
    """Adds a message to the outbox."""
    return outbox.add(tx, outgoing(address, body, lane=lane, not_before=not_before), NOW)
