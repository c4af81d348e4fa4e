"""Answers that were edited in chat, and a pack that speaks of them too."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from handlers.overlaps import overlaps
from handlers.packs import FaqEntry
from storage.answers import Edited

NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)
OLD = FaqEntry("bins", "垃圾几点扔?", "早上。", (), None, (), bring="袋子")


def edit(*, made: bool = False, retired: bool = False, by: int | None = 7, **fields: str) -> Edited:
    return Edited("bins", made, retired, dict(fields), by, NOW)


def conflicts(old: FaqEntry | None, new: FaqEntry | None, edited: Edited) -> list[tuple[str, ...]]:
    found = overlaps([old] if old else [], [new] if new else [], [edited])
    return [one.fields for one in found.conflicts]


def absorbed(new: FaqEntry | None, edited: Edited) -> bool:
    return overlaps([OLD], [new] if new else [], [edited]).absorbed == ("bins",)


def test_a_field_that_both_changed_is_a_conflict() -> None:
    new = replace(OLD, answer="晚上。")
    (found,) = overlaps([OLD], [new], [edit(answer="中午。")]).conflicts
    assert (found.code, found.question, found.fields) == ("bins", OLD.question, ("answer",))
    assert (found.changed_by, found.changed_at, found.gone) == (7, NOW, False)


@pytest.mark.parametrize("new", [OLD, replace(OLD, bring="桶")])
def test_what_the_pack_leaves_alone_is_no_conflict(new: FaqEntry) -> None:
    assert conflicts(OLD, new, edit(answer="中午。")) == []
    assert not absorbed(new, edit(answer="中午。"))


def test_what_the_pack_says_just_so_is_absorbed() -> None:
    new = replace(OLD, answer="中午。")
    assert absorbed(new, edit(answer="中午。"))
    assert conflicts(OLD, new, edit(answer="中午。")) == []
    assert not absorbed(new, edit(answer="中午。", bring="两个袋子"))


def test_an_answer_that_the_pack_no_longer_has_is_told() -> None:
    (found,) = overlaps([OLD], [], [edit(answer="中午。")]).conflicts
    assert found.gone and found.question == OLD.question


def test_a_question_made_in_chat_stays_until_the_pack_says_it_otherwise() -> None:
    made = edit(made=True, question="垃圾几点扔?", answer="中午。")
    assert conflicts(None, None, made) == []
    assert conflicts(None, replace(OLD, bring="", answer="晚上。"), made) == [("answer",)]
    assert absorbed(replace(OLD, bring="", answer="中午。"), made)


def test_a_retired_question_stays_retired_until_the_pack_changes_it() -> None:
    assert conflicts(OLD, OLD, edit(retired=True)) == []
    assert conflicts(OLD, replace(OLD, answer="晚上。"), edit(retired=True)) == [("retired",)]
    assert absorbed(None, edit(retired=True))


def test_a_note_that_the_owner_was_told_is_no_edit() -> None:
    found = overlaps([OLD], [replace(OLD, answer="晚上。")], [edit(by=None)])
    assert (found.conflicts, found.absorbed) == ((), ())
