"""Two channels become one person: every column that names a person follows, or there is a reason why it does not."""

import re
from typing import Any

from storage import cards, links, volunteers
from storage.cards import About, Card
from storage.database import Database
from storage.transaction import Transaction
from tests.storage.samples import NOW, founded, new_person

SQLITE = """
SELECT m.name AS "table", f."from" AS "column" FROM sqlite_schema m JOIN pragma_foreign_key_list(m.name) f
WHERE m.type = 'table' AND f."table" = 'people'
"""
CHANGES = re.compile(r"\s*UPDATE (\w+) SET (.*?) WHERE", re.DOTALL)
REMOVES = re.compile(r"\s*DELETE FROM (\w+) WHERE (\w+) = :")
LOG = "who did it stays as it was written; the row of the other person is kept"
# Columns that stay as they are, and why.
STAY = {
    "broadcast_events.actor_id": LOG,
    "broadcast_limits.set_by": LOG,
    "shifts.person_id": "one that is open ends; the others are over",
    "topics.worker_id": "they hear the resident privately, too, until they answer there again",
    "visit_moves.actor_id": LOG,
    "card_changes.actor_id": LOG,
    "claims.answered_by": LOG,
    "conversations.closed_by": LOG,
    "conversation_moves.actor_id": LOG,
    "phrases.decided_by": LOG,
    "answers.changed_by": LOG,
    "answer_changes.person_id": LOG,
    "facility_changes.person_id": LOG,
    "canned_replies.written_by": LOG,
    "appraisal_rounds.set_by": LOG,
}


class Spy:
    """What a merge has the database do."""

    def __init__(self) -> None:
        self.columns: set[str] = set()

    def note(self, sql: str) -> None:
        if found := CHANGES.match(sql):
            self.columns |= {f"{found[1]}.{name}" for name in re.findall(r"(\w+) = ", found[2])}
        if found := REMOVES.match(sql):
            self.columns.add(f"{found[1]}.{found[2]}")


def new_card(tx: Transaction, place_id: int, person_id: int) -> Card:
    """A card of somebody without a liaison."""
    token, values = cards.new_token(), {"liaison_id": None, "deputy_id": None, "about": About(), "source": "chat"}
    number = cards.new_number(tx)
    return cards.create(
        tx,
        number=number,
        token=token,
        person_id=person_id,
        place_id=place_id,
        now=NOW,
        **values,  # type: ignore[arg-type]
    )


async def test_every_column_that_names_a_person_follows(sqlite_database: Database, monkeypatch: Any) -> None:
    place = await founded(sqlite_database)

    def work(tx: Transaction) -> tuple[set[str], set[str]]:
        spy, run = Spy(), type(tx).run

        def noted(self: Transaction, sql: str, **values: Any) -> int:
            spy.note(sql)
            return run(self, sql, **values)

        gone = new_person(tx)
        volunteers.enrol(tx, gone.id, place.team.id, place.team.code, NOW)
        new_card(tx, place.estate.id, gone.id)
        monkeypatch.setattr(type(tx), "run", noted)
        links.merge_people(tx, place.resident.id, gone.id, NOW)
        return {f"{row['table']}.{row['column']}" for row in tx.all(SQLITE)}, spy.columns

    named, moved = await sqlite_database.turn(work)
    assert len(named) > 60
    assert sorted(named - moved - set(STAY)) == []
    assert sorted(set(STAY) & moved) == [] and set(STAY) <= named
