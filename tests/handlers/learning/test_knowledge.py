"""Knowledge: what was written in chat lies over the pack."""

from datetime import date, timedelta

from handlers.learning import knowledge
from handlers.packs.model import FaqEntry
from storage.answers import Edited
from tests.storage.samples import NOW

OF_PACK = FaqEntry("dog", "狗证哪里办", "窗口", ("养狗",), "hall", (), reviewed=date(2026, 1, 1))


def edited(code: str = "dog", *, made: bool = False, retired: bool = False, **fields: str) -> Edited:
    return Edited(code, made, retired, dict(fields), 1, NOW)


def test_only_what_was_changed_is_changed() -> None:
    found = knowledge.laid_over(OF_PACK, edited(answer="网上", facility="", reviewed="2026-11-23"))
    assert found is not None
    assert (found.answer, found.question, found.facility) == ("网上", "狗证哪里办", None)
    assert found.reviewed == date(2026, 11, 23) and found.variants == ("养狗",)


def test_a_question_made_in_chat_stands_after_those_of_the_pack() -> None:
    made = edited("chat_1", made=True, question="能飞吗", answer="不能")
    assert [each.code for each in knowledge.entries((OF_PACK,), (made,))] == ["dog", "chat_1"]


def test_changes_of_what_the_pack_names_no_longer_are_left_out() -> None:
    assert knowledge.entries((OF_PACK,), (edited("gone", answer="x"),)) == (OF_PACK,)


def test_an_answer_is_old_from_its_review_date_on() -> None:
    due = OF_PACK.review_due
    assert due is not None
    assert knowledge.is_old(OF_PACK, due) and not knowledge.is_old(OF_PACK, due - timedelta(days=1))
    assert not knowledge.is_old(FaqEntry("x", "?", "!", (), None, ()), due)
