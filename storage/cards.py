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
# Whoever left keeps nothing but a number that says nothing; the rows go with retention.
EMPTY = """
UPDATE cards SET about_sealed = NULL, wish = NULL, wish_at = NULL, liaison_id = NULL, deputy_id = NULL WHERE id = :id
"""
# Two channels become one person: of two cards one goes on.
MERGE_CARD = "UPDATE cards SET person_id = :into WHERE id = :id"
MERGE_LIAISON = """
UPDATE cards SET liaison_id = :into WHERE liaison_id = :gone AND liaison_id IS NOT NULL AND state = 'open'
"""
MERGE_DEPUTY = """
UPDATE cards SET deputy_id = :into WHERE deputy_id = :gone AND deputy_id IS NOT NULL AND state = 'open'
"""
OLD = "SELECT id FROM cards WHERE closed_at IS NOT NULL AND closed_at < :before ORDER BY closed_at LIMIT :limit"
DROP = (
    "DELETE FROM claims WHERE card_id = :id",
    "DELETE FROM card_changes WHERE card_id = :id",
    "DELETE FROM rhythms WHERE card_id = :id",
    "DELETE FROM wave_leftovers WHERE card_id = :id",
    "DELETE FROM cards WHERE id = :id",
)
REOPEN = "UPDATE cards SET state = 'open', reason = NULL, closed_at = NULL WHERE id = :id AND state = 'closed'"
ADD_CHANGE = """
INSERT INTO card_changes (id, card_id, change, from_id, to_id, actor_id, reason, at)
VALUES (:id, :card_id, :change, :from_id, :to_id, :actor_id, :reason, :at)
"""
CHANGES = """
SELECT change, from_id, to_id, actor_id, reason, at FROM card_changes WHERE card_id = :card_id ORDER BY id DESC
LIMIT :limit
"""


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


@dataclass(frozen=True, slots=True)
class Change:
    """What became of a card: open, liaison, deputy, hand over, move, wish, close; ids are of people or places."""

    name: str
    from_id: int | None
    to_id: int | None
    actor_id: int | None
    reason: str | None
    at: datetime


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


def set_wish(tx: Transaction, card_id: int, wish: str, now: datetime) -> None:
    """What they said to visits: visit, call, none."""
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


def merge(tx: Transaction, into: int, gone: int, now: datetime) -> None:
    """Two channels became one person: the card, and those whom they look after, are the first one's. Of two cards the
    open one, or else the first one's, goes on, and the other is closed."""
    tx.run(MERGE_LIAISON, into=into, gone=gone)
    tx.run(MERGE_DEPUTY, into=into, gone=gone)
    kept, other = of_person(tx, into), of_person(tx, gone)
    if other is None:
        return
    if kept is None:
        tx.run(MERGE_CARD, id=other.id, into=into)
        return
    if kept.state == CLOSED and other.state == OPEN:
        reopen(tx, kept.id)
        set_place(tx, kept.id, other.place_id)
        set_liaison(tx, kept.id, other.liaison_id)
        set_deputy(tx, kept.id, other.deputy_id)
        set_about(tx, kept.id, other.about)
        if other.wish is not None:
            set_wish(tx, kept.id, other.wish, now)
    close(tx, other.id, "merged", now)
    empty(tx, other.id)


def empty(tx: Transaction, card_id: int) -> None:
    """Forgets what a card tells of a person."""
    tx.run(EMPTY, id=card_id)


def old(tx: Transaction, before: datetime, limit: int) -> list[Card]:
    """Cards that were closed before a moment."""
    found = [read(tx, row["id"]) for row in tx.all(OLD, before=to_ms(before), limit=limit)]
    return [card for card in found if card is not None]


def drop(tx: Transaction, card_id: int) -> None:
    """Removes a card with its history."""
    for sql in DROP:
        tx.run(sql, id=card_id)


def reopen(tx: Transaction, card_id: int) -> bool:
    """A closed card is used again; False where it is open."""
    return tx.run(REOPEN, id=card_id) > 0


def add_change(
    tx: Transaction,
    card_id: int,
    change: str,
    actor_id: int | None,
    now: datetime,
    *,
    from_id: int | None = None,
    to_id: int | None = None,
    reason: str | None = None,
) -> None:
    """Notes what became of a card. `reason` is a code of ours, no words of people."""
    tx.run(
        ADD_CHANGE,
        id=tx.new_id(),
        card_id=card_id,
        change=change,
        from_id=from_id,
        to_id=to_id,
        actor_id=actor_id,
        reason=reason,
        at=to_ms(now),
    )


def changes(tx: Transaction, card_id: int, limit: int = 20) -> list[Change]:
    """What became of a card, the latest first."""
    rows = tx.all(CHANGES, card_id=card_id, limit=limit)
    return [
        Change(row["change"], row["from_id"], row["to_id"], row["actor_id"], row["reason"], from_ms(row["at"]))
        for row in rows
    ]


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
