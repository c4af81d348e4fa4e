"""Changes of a request that are no moves: corrected details, what was said at the end, who answers for it."""

from datetime import datetime

from storage.service_requests import FEEDBACK, NOTE, Consent, Details, sealed_details
from storage.times import to_ms, to_ms_or_none
from storage.transaction import Transaction

SET_DETAILS = "UPDATE service_requests SET details_sealed = :details WHERE id = :id"
SET_NOTE = "UPDATE service_requests SET note_sealed = :note WHERE id = :id"
SET_OUTCOME = "UPDATE service_requests SET outcome = :outcome WHERE id = :id"
SET_FEEDBACK = "UPDATE service_requests SET feedback_sealed = :words WHERE id = :id"
SET_ASKED = "UPDATE service_requests SET asked = :asked WHERE id = :id"
SET_CONSENT = "UPDATE service_requests SET consent = :consent WHERE id = :id"
SET_AUTHORITY = "UPDATE service_requests SET authority = :authority WHERE id = :id"
SET_MERGED_INTO = "UPDATE service_requests SET merged_into_id = :into_id WHERE id = :id"
SET_PLACE = "UPDATE service_requests SET place_id = :place_id WHERE id = :id"
SET_TIME = "UPDATE service_requests SET starts_at = :starts_at, ends_at = :ends_at WHERE id = :id"
SET_ITEM = """
UPDATE service_requests SET item = :item, respond_by_at = :respond_by_at, resolve_by_at = :resolve_by_at WHERE id = :id
"""
SET_STARS = "UPDATE service_requests SET stars = :stars WHERE id = :id AND person_id = :person_id"


def set_details(tx: Transaction, request_id: int, details: Details) -> None:
    """Keeps corrected or added details."""
    tx.run(SET_DETAILS, id=request_id, details=sealed_details(tx, request_id, details))


def set_note(tx: Transaction, request_id: int, note: str) -> None:
    """Keeps what the helper wrote at the end."""
    tx.run(SET_NOTE, id=request_id, note=tx.seal(NOTE, request_id, note))


def set_outcome(tx: Transaction, request_id: int, outcome: str) -> None:
    """Keeps what the resident said at the end: solved, or not."""
    tx.run(SET_OUTCOME, id=request_id, outcome=outcome)


def set_feedback(tx: Transaction, request_id: int, words: str) -> None:
    """Keeps the words that the resident added to the stars."""
    tx.run(SET_FEEDBACK, id=request_id, words=tx.seal(FEEDBACK, request_id, words))


def set_asked(tx: Transaction, request_id: int, times: int) -> None:
    """Keeps how often the resident was asked whether it is solved."""
    tx.run(SET_ASKED, id=request_id, asked=times)


def set_consent(tx: Transaction, request_id: int, consent: Consent) -> None:
    """Keeps how the helped person agreed: by a tap, or by a call that the desk noted."""
    tx.run(SET_CONSENT, id=request_id, consent=consent)


def set_authority(tx: Transaction, request_id: int, authority: str) -> None:
    """Keeps the handler (by its code) that it was referred to."""
    tx.run(SET_AUTHORITY, id=request_id, authority=authority)


def set_merged_into(tx: Transaction, request_id: int, into_id: int) -> None:
    """Keeps which request it follows from now on."""
    tx.run(SET_MERGED_INTO, id=request_id, into_id=into_id)


def set_place(tx: Transaction, request_id: int, place_id: int | None) -> None:
    """Keeps a corrected place."""
    tx.run(SET_PLACE, id=request_id, place_id=place_id)


def set_time(tx: Transaction, request_id: int, starts_at: datetime | None, ends_at: datetime | None) -> None:
    """Keeps a corrected time (UTC)."""
    tx.run(SET_TIME, id=request_id, starts_at=to_ms_or_none(starts_at), ends_at=to_ms_or_none(ends_at))


def set_item(tx: Transaction, request_id: int, item: str, respond_by: datetime, resolve_by: datetime) -> None:
    """Keeps which item it really is about, and the limits of that item (UTC)."""
    tx.run(SET_ITEM, id=request_id, item=item, respond_by_at=to_ms(respond_by), resolve_by_at=to_ms(resolve_by))


def set_stars(tx: Transaction, request_id: int, person_id: int, stars: int) -> bool:
    """Keeps the stars that the resident gave; False where it is not this person's request."""
    return tx.run(SET_STARS, id=request_id, person_id=person_id, stars=stars) > 0
