"""Drafts are found by when they were touched last; who goes on is left alone."""

from datetime import UTC, datetime, timedelta

from storage import dialogues, drafts, people
from storage.database import Database
from storage.dialogues import Dialogue
from storage.transaction import Transaction

NOW = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
DAY = timedelta(days=1)


def somebody(tx: Transaction, form: str | None, touched: datetime) -> Dialogue:
    dialogue = dialogues.create(tx, people.create(tx, "zh-CN", touched).id, touched)
    dialogue.form, dialogue.answers = form, {"words": "x"}
    dialogues.save(tx, dialogue, touched)
    return dialogue


async def test_only_requests_that_were_left_are_drafts(database: Database) -> None:
    def work(tx: Transaction) -> None:
        old, _, _ = (somebody(tx, form, NOW) for form in ("ask", "join", None))
        young = somebody(tx, "ask", NOW + DAY)
        assert drafts.untouched(tx, NOW, 10) == drafts.to_nudge(tx, NOW, 10) == [old.id]
        assert drafts.untouched(tx, NOW + DAY, 10) == [old.id, young.id]
        assert drafts.untouched(tx, NOW + DAY, 1) == [old.id]
        assert drafts.first_touched(tx) == drafts.first_to_nudge(tx) == NOW
        assert drafts.is_untouched(tx, old.id, NOW) and not drafts.is_untouched(tx, young.id, NOW)

    await database.turn(work)


async def test_somebody_is_reminded_once_until_they_go_on(database: Database) -> None:
    def work(tx: Transaction) -> None:
        left = somebody(tx, "ask", NOW)
        assert drafts.nudged(tx, left.id, NOW, NOW + DAY)
        assert not drafts.nudged(tx, left.id, NOW, NOW + DAY)
        assert drafts.to_nudge(tx, NOW + DAY, 10) == [] and drafts.untouched(tx, NOW + DAY, 10) == [left.id]
        dialogues.save(tx, left, NOW + DAY)
        assert drafts.to_nudge(tx, NOW, 10) == [] and drafts.to_nudge(tx, NOW + DAY, 10) == [left.id]

    await database.turn(work)


async def test_nothing_is_due_where_nothing_was_left(database: Database) -> None:
    assert await database.read(drafts.first_touched) is None
    assert await database.read(drafts.first_to_nudge) is None
