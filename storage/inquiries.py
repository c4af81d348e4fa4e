"""Inquiries: what somebody asked the hotline in their own words, what they were answered, and what came of it.

`outcome` is one of nothing, unsure, answered, helped, not_helped, form, person; `label` what the answer was about, as
phrases name it (`faq:dibao_apply`, `request:eld.meal`).
"""

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from storage.times import from_ms, to_ms
from storage.transaction import Row, Transaction

SAID = "inquiries.said_sealed"
COLUMNS = "id, person_id, message, said_sealed, label, outcome, asked_at"
CREATE = """
INSERT INTO inquiries (id, person_id, message, said_sealed, label, outcome, asked_at)
VALUES (:id, :person_id, :message, :said, :label, :outcome, :at)
"""
READ = f"SELECT {COLUMNS} FROM inquiries WHERE id = :id"
RECENT = f"SELECT {COLUMNS} FROM inquiries WHERE person_id = :person_id ORDER BY asked_at DESC, id DESC LIMIT :limit"
SETTLE = "UPDATE inquiries SET label = :label, outcome = :outcome, said_sealed = :said WHERE id = :id"
MOST = 10_000  # more than one person asks in half a year
FORGET = "DELETE FROM inquiries WHERE person_id = :person_id"


@dataclass(frozen=True, slots=True)
class Said:
    """The words, and what was read in them: phones (E.164), codes of places, media (ids), labels, the best first.

    A label that turned out to be wrong is empty from then on: choices name labels by their place. `likely`: how many of
    the labels are likely enough to be offered as what was meant.
    """

    words: str = ""
    phones: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    media: tuple[int, ...] = ()
    labels: tuple[str, ...] = ()
    likely: int = 0


@dataclass(frozen=True, slots=True)
class Inquiry:
    """What somebody asked, and what came of it. `message` says which message their words came in."""

    id: int
    person_id: int
    message: str | None
    said: Said
    label: str | None
    outcome: str
    asked_at: datetime


def create(
    tx: Transaction,
    *,
    person_id: int,
    message: str | None,
    said: Said,
    label: str | None,
    outcome: str,
    now: datetime,
) -> Inquiry:
    """Somebody asks something."""
    number = tx.new_id()
    sealed = _sealed(tx, number, said)
    tx.run(
        CREATE,
        id=number,
        person_id=person_id,
        message=message,
        said=sealed,
        label=label,
        outcome=outcome,
        at=to_ms(now),
    )
    return Inquiry(number, person_id, message, said, label, outcome, now)


def read(tx: Transaction, inquiry_id: int) -> Inquiry | None:
    """An inquiry by id; None where it is forgotten."""
    row = tx.one(READ, id=inquiry_id)
    return None if row is None else _inquiry(tx, row)


def recent(tx: Transaction, person_id: int, limit: int) -> list[Inquiry]:
    """What somebody asked, the latest first."""
    return [_inquiry(tx, row) for row in tx.all(RECENT, person_id=person_id, limit=limit)]


def settle(tx: Transaction, inquiry: Inquiry) -> None:
    """Writes down what came of it: outcome, label, and which of its labels still may be meant."""
    said = _sealed(tx, inquiry.id, inquiry.said)
    tx.run(SETTLE, id=inquiry.id, outcome=inquiry.outcome, label=inquiry.label, said=said)


def forget(tx: Transaction, person_id: int) -> list[int]:
    """Removes what somebody who leaves has asked; returns the media that came with it."""
    media = [medium for inquiry in recent(tx, person_id, MOST) for medium in inquiry.said.media]
    tx.run(FORGET, person_id=person_id)
    return media


def _sealed(tx: Transaction, inquiry_id: int, said: Said) -> bytes:
    return tx.seal(SAID, inquiry_id, json.dumps(asdict(said), ensure_ascii=False))


def _inquiry(tx: Transaction, row: Row) -> Inquiry:
    body: dict[str, Any] = json.loads(tx.unseal(SAID, row["id"], bytes(row["said_sealed"])))
    said = Said(
        words=body["words"],
        phones=tuple(body["phones"]),
        places=tuple(body["places"]),
        media=tuple(body["media"]),
        labels=tuple(body["labels"]),
        likely=body["likely"],
    )
    return Inquiry(
        id=row["id"],
        person_id=row["person_id"],
        message=row["message"],
        said=said,
        label=row["label"],
        outcome=row["outcome"],
        asked_at=from_ms(row["asked_at"]),
    )
