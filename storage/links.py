"""Link codes: two channels become one person by a code shown on one, typed on the other, confirmed on both."""

from dataclasses import dataclass
from datetime import datetime

from storage import (
    broadcast_people,
    card_merging,
    feeds,
    life_notes,
    meeting_forgetting,
    occasions,
    pledges,
    representatives,
    roles,
    saved_audiences,
    subscriptions,
    teams,
    thoughts,
    topics,
    visit_merging,
    volunteers,
    votes,
    yearly_reports,
)
from storage.times import from_ms, to_ms
from storage.transaction import Row, Transaction

CREATE = """
INSERT INTO link_codes (id, code_hash, address_id, state, expires_at)
VALUES (:id, :hash, :address_id, 'shown', :expires_at)
"""
COLUMNS = "id, address_id, other_address_id, state, expires_at"
FIND = f"SELECT {COLUMNS} FROM link_codes WHERE code_hash = :hash AND expires_at > :now AND state = 'shown'"
READ = f"SELECT {COLUMNS} FROM link_codes WHERE id = :id AND expires_at > :now"
STEP = """
UPDATE link_codes SET state = :to_state, other_address_id = :other WHERE id = :id AND state = :from_state
    AND expires_at > :now
"""
# Everything that belonged to the second person belongs to the first from now on.
MOVE_ADDRESSES = "UPDATE addresses SET person_id = :into WHERE person_id = :gone"
MOVE_REQUESTS = "UPDATE service_requests SET person_id = :into WHERE person_id = :gone"
MOVE_HELPED = "UPDATE service_requests SET helped_id = :into WHERE helped_id = :gone AND helped_id IS NOT NULL"
MOVE_FILED = "UPDATE service_requests SET filed_by = :into WHERE filed_by = :gone AND filed_by IS NOT NULL"
MOVE_HELP = "UPDATE service_requests SET helper_id = :into WHERE helper_id = :gone"
MOVE_ROLES = """
UPDATE roles SET person_id = :into WHERE person_id = :gone AND ended_at IS NULL AND NOT EXISTS (
    SELECT 1 FROM roles h WHERE h.person_id = :into AND h.role = roles.role AND h.place_id = roles.place_id
        AND COALESCE(h.team_id, 0) = COALESCE(roles.team_id, 0) AND h.ended_at IS NULL)
"""
END_DOUBLE_ROLES = "UPDATE roles SET ended_at = :now WHERE person_id = :gone AND ended_at IS NULL"
MOVE_REVEALS = "UPDATE reveals SET subject_id = :into WHERE subject_id = :gone"
MOVE_LOOKS = "UPDATE reveals SET actor_id = :into WHERE actor_id = :gone"
MOVE_LINES = "UPDATE line_messages SET sender_id = :into WHERE sender_id = :gone"
MOVE_CONVERSATIONS = "UPDATE conversations SET person_id = :into WHERE person_id = :gone"
MOVE_TALKS = "UPDATE conversations SET taker_id = :into WHERE taker_id = :gone AND taker_id IS NOT NULL"
MOVE_SAID = "UPDATE conversation_messages SET sender_id = :into WHERE sender_id = :gone"
# Of two shifts that are open one goes on, or a new one is begun by its button.
END_SHIFT = "UPDATE shifts SET ended_at = ends_at WHERE person_id = :gone AND ended_at IS NULL"
MOVE_UNANSWERED = "UPDATE unanswered SET person_id = :into WHERE person_id = :gone"
MOVE_DRAFTS_OF_ANSWERS = "UPDATE answer_drafts SET written_by = :into WHERE written_by = :gone"
MOVE_INQUIRIES = "UPDATE inquiries SET person_id = :into WHERE person_id = :gone"
MOVE_CONSENTS = "UPDATE consents SET person_id = :into WHERE person_id = :gone"
MOVE_PROXIES = "UPDATE consents SET other_id = :into WHERE other_id = :gone"
MOVE_EXPORTS = "UPDATE exports SET person_id = :into WHERE person_id = :gone"
MOVE_INVITATIONS = "UPDATE invitations SET invited_by = :into WHERE invited_by = :gone"
MOVE_ACCEPTED = "UPDATE invitations SET used_by = :into WHERE used_by = :gone"
MOVE_ASSIGNMENTS = "UPDATE assignments SET person_id = :into WHERE person_id = :gone"
MOVE_OFFERS = "UPDATE offers SET person_id = :into WHERE person_id = :gone"
MOVE_ABSENCES = "UPDATE absences SET person_id = :into WHERE person_id = :gone"
MOVE_COVERS = "UPDATE absences SET cover_id = :into WHERE cover_id = :gone"
MOVE_ROSTERS = "UPDATE rosters SET person_id = :into WHERE person_id = :gone"
MOVE_DRAFTS = "UPDATE broadcasts SET drafter_id = :into WHERE drafter_id = :gone"
MOVE_APPROVALS = "UPDATE broadcasts SET approver_id = :into WHERE approver_id = :gone AND approver_id IS NOT NULL"
MOVE_CORRECTIONS = "UPDATE follow_ups SET author_id = :into WHERE author_id = :gone"
# Who was to get the same on both gets it once.
MOVE_BROADCASTS = """
UPDATE recipients SET person_id = :into WHERE person_id = :gone AND NOT EXISTS (
    SELECT 1 FROM recipients o WHERE o.broadcast_id = recipients.broadcast_id AND o.person_id = :into)
"""
MOVE_NOTICES = "UPDATE notices SET author_id = :into WHERE author_id = :gone"
MOVE_CALLS = "UPDATE calls SET taker_id = :into WHERE taker_id = :gone AND taker_id IS NOT NULL"
MOVES = (
    MOVE_CALLS,
    MOVE_NOTICES,
    MOVE_ABSENCES,
    MOVE_COVERS,
    MOVE_ASSIGNMENTS,
    MOVE_OFFERS,
    MOVE_ADDRESSES,
    MOVE_REQUESTS,
    MOVE_HELPED,
    MOVE_FILED,
    MOVE_HELP,
    MOVE_ROLES,
    MOVE_REVEALS,
    MOVE_LOOKS,
    MOVE_LINES,
    MOVE_CONVERSATIONS,
    MOVE_TALKS,
    MOVE_SAID,
    END_SHIFT,
    MOVE_UNANSWERED,
    MOVE_DRAFTS_OF_ANSWERS,
    MOVE_INQUIRIES,
    MOVE_CONSENTS,
    MOVE_PROXIES,
    MOVE_EXPORTS,
    MOVE_ROSTERS,
    MOVE_DRAFTS,
    MOVE_APPROVALS,
    MOVE_CORRECTIONS,
    MOVE_BROADCASTS,
    MOVE_INVITATIONS,
    MOVE_ACCEPTED,
)
CODE = "SELECT code FROM people WHERE id = :id"
SET_CODE = "UPDATE people SET code = :code WHERE id = :id"


@dataclass(frozen=True, slots=True)
class LinkCode:
    """A code on its way: shown on one address, typed on the other (`other_address_id`)."""

    id: int
    address_id: int
    other_address_id: int | None
    state: str
    expires_at: datetime


def create(tx: Transaction, code: str, address_id: int, expires_at: datetime) -> int:
    """Keeps the hash of a code that is shown on an address. Raises Conflict where the same code was made before."""
    number = tx.new_id()
    tx.run(
        CREATE,
        id=number,
        hash=tx.keyed_hash(f"link:{code}"),
        address_id=address_id,
        expires_at=to_ms(expires_at),
    )
    return number


def find(tx: Transaction, code: str, now: datetime) -> LinkCode | None:
    """A code that was typed, if it is known, unused and not expired."""
    row = tx.one(FIND, hash=tx.keyed_hash(f"link:{code}"), now=to_ms(now))
    return None if row is None else _code(row)


def read(tx: Transaction, code_id: int, now: datetime) -> LinkCode | None:
    """A code by id, if it has not expired."""
    row = tx.one(READ, id=code_id, now=to_ms(now))
    return None if row is None else _code(row)


def step(tx: Transaction, code: LinkCode, to_state: str, other: int | None, now: datetime) -> bool:
    """Moves a code on; False if another press was quicker."""
    moved = tx.run(STEP, id=code.id, from_state=code.state, to_state=to_state, other=other, now=to_ms(now))
    return moved > 0


def merge_people(tx: Transaction, into: int, gone: int, now: datetime) -> None:
    """Gives all that belonged to `gone` to `into`: addresses, requests, tasks, roles, invitations, the log of reveals.

    A role that both held is ended for `gone`. Of two codes of the pack each keeps its own.
    """
    for statement in MOVES:
        tx.run(statement, into=into, gone=gone)
    tx.run(END_DOUBLE_ROLES, gone=gone, now=to_ms(now))
    card_merging.merge(tx, into, gone, now)
    visit_merging.merge(tx, into, gone)
    feeds.merge(tx, into, gone)
    saved_audiences.merge(tx, into, gone)
    meeting_forgetting.merge(tx, into, gone)
    life_notes.merge(tx, into, gone)
    occasions.merge(tx, into, gone)
    thoughts.merge(tx, into, gone, now)
    topics.merge(tx, into, gone)
    volunteers.merge(tx, into, gone, now)
    yearly_reports.merge(tx, into, gone)
    representatives.merge(tx, into, gone)
    pledges.merge(tx, into, gone)
    broadcast_people.merge(tx, into, gone)
    votes.merge(tx, into, gone)
    subscriptions.merge(tx, into, gone)
    for held in roles.of_person(tx, into):
        if held.team_id is not None:  # whoever had left a team of theirs is a member of it again
            volunteers.enrol(tx, into, held.team_id, teams.read(tx, held.team_id).code, now)
    own, other = tx.get(CODE, id=into)["code"], tx.get(CODE, id=gone)["code"]
    if own is None and other is not None:
        tx.run(SET_CODE, id=gone, code=None)
        tx.run(SET_CODE, id=into, code=other)


def _code(row: Row) -> LinkCode:
    return LinkCode(row["id"], row["address_id"], row["other_address_id"], row["state"], from_ms(row["expires_at"]))
