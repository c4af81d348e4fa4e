"""Cards: whom the liaison stations look after, who knows them, and what they said to visits."""

import base64
import json
import secrets
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from storage.times import from_ms, from_ms_or_none, to_ms, to_ms_or_none
from storage.transaction import Row, Transaction

ABOUT = "cards.about_sealed"
TOKEN = "cards.token_sealed"
OPEN, CLOSED = "open", "closed"
VISIT, CALL, NONE = "visit", "call", "none"  # what somebody wishes
NUMBER_DIGITS = 8
TOKEN_BYTES = 16  # 22 characters of the alphabet that Telegram's deep links allow

COLUMNS = """c.id, c.number, c.token_sealed, c.person_id, c.place_id, c.liaison_id, c.deputy_id, c.wish, c.wish_at,
    c.asked_at, c.about_sealed, c.source, c.state, c.reason, c.created_at, c.closed_at"""
CREATE = """
INSERT INTO cards (id, number, token_hash, token_sealed, person_id, place_id, liaison_id, deputy_id, about_sealed,
    source, state, created_at)
VALUES (:id, :number, :token_hash, :token, :person_id, :place_id, :liaison_id, :deputy_id, :about,
    :source, 'open', :at)
"""
READ = f"SELECT {COLUMNS} FROM cards c WHERE c.id = :id"
LOCK = f"SELECT {COLUMNS} FROM cards c WHERE c.id = :id FOR UPDATE OF c"
OF_PERSON = f"SELECT {COLUMNS} FROM cards c WHERE c.person_id = :person_id"
BY_NUMBER = f"SELECT {COLUMNS} FROM cards c WHERE c.number = :number"
BY_TOKEN = f"SELECT {COLUMNS} FROM cards c WHERE c.token_hash = :hash"
OF_LIAISON = f"""
SELECT {COLUMNS} FROM cards c
WHERE c.liaison_id = :person_id AND c.liaison_id IS NOT NULL AND c.state = 'open' AND c.id > :after
ORDER BY c.id LIMIT :limit
"""
OF_DEPUTY = f"""
SELECT {COLUMNS} FROM cards c
WHERE c.deputy_id = :person_id AND c.deputy_id IS NOT NULL AND c.state = 'open' AND c.id > :after
ORDER BY c.id LIMIT :limit
"""
OF_PLACE = f"""
SELECT {COLUMNS} FROM cards c
WHERE c.place_id = :place_id AND c.state = 'open' AND c.id > :after ORDER BY c.id LIMIT :limit
"""
WITHOUT_LIAISON = f"""
SELECT {COLUMNS} FROM cards c
WHERE c.place_id = :place_id AND c.state = 'open' AND c.liaison_id IS NULL AND c.id > :after ORDER BY c.id LIMIT :limit
"""
COUNT_OF_PLACE = "SELECT COUNT(*) AS n FROM cards c WHERE c.place_id = :place_id AND c.state = 'open'"
COUNT_WITHOUT = """
SELECT COUNT(*) AS n FROM cards c WHERE c.place_id = :place_id AND c.state = 'open' AND c.liaison_id IS NULL
"""
COUNT_OF_LIAISON = """
SELECT COUNT(*) AS n FROM cards c WHERE c.liaison_id = :person_id AND c.liaison_id IS NOT NULL AND c.state = 'open'
"""
SET_LIAISON = "UPDATE cards SET liaison_id = :liaison_id WHERE id = :id AND state = 'open'"
SET_DEPUTY = "UPDATE cards SET deputy_id = :deputy_id WHERE id = :id AND state = 'open'"
SET_PLACE = "UPDATE cards SET place_id = :place_id, liaison_id = NULL, deputy_id = NULL WHERE id = :id"
SET_WISH = "UPDATE cards SET wish = :wish, wish_at = :at WHERE id = :id"
SET_ASKED = "UPDATE cards SET asked_at = :at WHERE id = :id AND asked_at IS NULL"
SET_ABOUT = "UPDATE cards SET about_sealed = :about WHERE id = :id"
CLOSE = "UPDATE cards SET state = 'closed', reason = :reason, closed_at = :at WHERE id = :id AND state = 'open'"
REOPEN = "UPDATE cards SET state = 'open', reason = NULL, closed_at = NULL WHERE id = :id AND state = 'closed'"


@dataclass(frozen=True, slots=True)
class Birthday:
    """A birthday in the solar or the lunar calendar; `leap`: in a leap month. The year may be unknown."""

    month: int
    day: int
    lunar: bool = False
    leap: bool = False
    year: int | None = None


@dataclass(frozen=True, slots=True)
class About:
    """What is delicate about somebody with a card. `groups`: alone, over_80, disabled, hardship."""

    member: bool = False
    groups: tuple[str, ...] = ()
    birthday: Birthday | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """A service card. `wish`: visit, call, none, or None where nothing was said. Times in UTC."""

    id: int
    number: str
    token: str
    person_id: int
    place_id: int
    liaison_id: int | None
    deputy_id: int | None
    wish: str | None
    wish_at: datetime | None
    asked_at: datetime | None
    about: About = field(repr=False)
    source: str
    state: str
    reason: str | None
    created_at: datetime
    closed_at: datetime | None


def create(
    tx: Transaction,
    *,
    number: str,
    token: str,
    person_id: int,
    place_id: int,
    liaison_id: int | None,
    deputy_id: int | None,
    about: About,
    source: str,
    now: datetime,
) -> Card:
    """A new open card. Raises Conflict where the person has one already."""
    card_id = tx.new_id()
    tx.run(
        CREATE,
        id=card_id,
        number=number,
        token_hash=tx.keyed_hash(token),
        token=tx.seal(TOKEN, card_id, token),
        person_id=person_id,
        place_id=place_id,
        liaison_id=liaison_id,
        deputy_id=deputy_id,
        about=tx.seal(ABOUT, card_id, _packed(about)),
        source=source,
        at=to_ms(now),
    )
    return _card(tx, tx.get(READ, id=card_id))


def new_number(tx: Transaction) -> str:
    """Digits for a new card that nobody else has; they tell nothing of the person."""
    while True:
        number = f"{secrets.randbelow(10**NUMBER_DIGITS):0{NUMBER_DIGITS}d}"
        if by_number(tx, number) is None:
            return number


def new_token() -> str:
    """What the QR code of a new card holds: nobody can guess it."""
    return base64.urlsafe_b64encode(secrets.token_bytes(TOKEN_BYTES)).decode().rstrip("=")


def read(tx: Transaction, card_id: int) -> Card | None:
    """A card by id."""
    return _one(tx, tx.one(READ, id=card_id))


def get(tx: Transaction, card_id: int) -> Card:
    """A card that is known to be there. Raises NotFound."""
    return _card(tx, tx.get(READ, id=card_id))


def lock(tx: Transaction, card_id: int) -> Card | None:
    """A card by id, locked until the turn ends. Several are locked in the order of their ids."""
    return _one(tx, tx.one(LOCK, id=card_id))


def of_person(tx: Transaction, person_id: int) -> Card | None:
    """Somebody's card, open or closed."""
    return _one(tx, tx.one(OF_PERSON, person_id=person_id))


def by_number(tx: Transaction, number: str) -> Card | None:
    """The card with this number."""
    return _one(tx, tx.one(BY_NUMBER, number=number))


def by_token(tx: Transaction, token: str) -> Card | None:
    """The card whose QR code holds this token."""
    return _one(tx, tx.one(BY_TOKEN, hash=tx.keyed_hash(token)))


def of_liaison(tx: Transaction, person_id: int, limit: int, after: int = 0) -> list[Card]:
    """The open cards of a liaison, in the order of their ids."""
    return [_card(tx, row) for row in tx.all(OF_LIAISON, person_id=person_id, after=after, limit=limit)]


def of_deputy(tx: Transaction, person_id: int, limit: int, after: int = 0) -> list[Card]:
    """The open cards of which somebody is the deputy."""
    return [_card(tx, row) for row in tx.all(OF_DEPUTY, person_id=person_id, after=after, limit=limit)]


def of_place(tx: Transaction, place_id: int, limit: int, after: int = 0) -> list[Card]:
    """The open cards of a station, in the order of their ids."""
    return [_card(tx, row) for row in tx.all(OF_PLACE, place_id=place_id, after=after, limit=limit)]


def without_liaison(tx: Transaction, place_id: int, limit: int, after: int = 0) -> list[Card]:
    """The open cards of a station that nobody looks after."""
    return [_card(tx, row) for row in tx.all(WITHOUT_LIAISON, place_id=place_id, after=after, limit=limit)]


def count_of_liaison(tx: Transaction, person_id: int) -> int:
    """How many people a liaison looks after."""
    return int(tx.get(COUNT_OF_LIAISON, person_id=person_id)["n"])


def count_of_place(tx: Transaction, place_id: int) -> int:
    """How many people a station looks after."""
    return int(tx.get(COUNT_OF_PLACE, place_id=place_id)["n"])


def count_without(tx: Transaction, place_id: int) -> int:
    """How many of a station's people have no liaison."""
    return int(tx.get(COUNT_WITHOUT, place_id=place_id)["n"])


def set_liaison(tx: Transaction, card_id: int, liaison_id: int | None) -> bool:
    """Who looks after them from now on; False where the card is closed."""
    return tx.run(SET_LIAISON, id=card_id, liaison_id=liaison_id) > 0


def set_deputy(tx: Transaction, card_id: int, deputy_id: int | None) -> bool:
    """Who stands in for the liaison from now on; False where the card is closed."""
    return tx.run(SET_DEPUTY, id=card_id, deputy_id=deputy_id) > 0


def set_place(tx: Transaction, card_id: int, place_id: int) -> None:
    """Another station looks after them from now on; its liaison is found anew."""
    tx.run(SET_PLACE, id=card_id, place_id=place_id)


def set_wish(tx: Transaction, card_id: int, wish: str | None, now: datetime) -> None:
    """What they said to visits: visit, call, none; None where nothing counts as said."""
    tx.run(SET_WISH, id=card_id, wish=wish, at=to_ms(now))


def set_asked(tx: Transaction, card_id: int, now: datetime) -> bool:
    """Notes that they are being asked; False where they were before."""
    return tx.run(SET_ASKED, id=card_id, at=to_ms_or_none(now)) > 0


def set_about(tx: Transaction, card_id: int, about: About) -> None:
    """Keeps what is delicate about them now."""
    tx.run(SET_ABOUT, id=card_id, about=tx.seal(ABOUT, card_id, _packed(about)))


def close(tx: Transaction, card_id: int, reason: str, now: datetime) -> bool:
    """The card is used no more (died, moved, left, unwished); False where it was closed before."""
    return tx.run(CLOSE, id=card_id, reason=reason, at=to_ms(now)) > 0


def reopen(tx: Transaction, card_id: int) -> bool:
    """A closed card is used again; False where it is open."""
    return tx.run(REOPEN, id=card_id) > 0


def _packed(about: About) -> str:
    birthday = about.birthday
    dated: dict[str, Any] | None = None
    if birthday is not None:
        dated = {"m": birthday.month, "d": birthday.day, "l": birthday.lunar, "r": birthday.leap, "y": birthday.year}
    return json.dumps({"member": about.member, "groups": list(about.groups), "birthday": dated})


def _about(text: str) -> About:
    body = json.loads(text)
    dated = body["birthday"]
    birthday = Birthday(dated["m"], dated["d"], dated["l"], dated["r"], dated["y"]) if dated else None
    return About(member=body["member"], groups=tuple(body["groups"]), birthday=birthday)


def _one(tx: Transaction, row: Row | None) -> Card | None:
    return None if row is None else _card(tx, row)


def opened(tx: Transaction, row: Row) -> Card:
    """The card in a row that holds COLUMNS, with what is sealed opened."""
    return _card(tx, row)


def _card(tx: Transaction, row: Row) -> Card:
    sealed = row["about_sealed"]
    return Card(
        id=row["id"],
        number=row["number"],
        token=tx.unseal(TOKEN, row["id"], bytes(row["token_sealed"])),
        person_id=row["person_id"],
        place_id=row["place_id"],
        liaison_id=row["liaison_id"],
        deputy_id=row["deputy_id"],
        wish=row["wish"],
        wish_at=from_ms_or_none(row["wish_at"]),
        asked_at=from_ms_or_none(row["asked_at"]),
        about=About() if sealed is None else _about(tx.unseal(ABOUT, row["id"], bytes(sealed))),
        source=row["source"],
        state=row["state"],
        reason=row["reason"],
        created_at=from_ms(row["created_at"]),
        closed_at=from_ms_or_none(row["closed_at"]),
    )
