"""What a pack would change."""

from dataclasses import replace
from pathlib import Path

import pytest

from handlers.packs import Pack, read_pack
from handlers.packs.changes import Changed, changes

DEMO = Path(__file__).parents[3] / "community" / "demo"


@pytest.fixture(scope="module")
def pack() -> Pack:
    return read_pack(DEMO)


def test_the_same_pack_changes_nothing(pack: Pack) -> None:
    assert not changes(pack, pack)


def test_what_is_added_changed_and_gone_is_told(pack: Pack) -> None:
    first, second, *rest = pack.faq
    extra = replace(second, code="new", question="新的?")
    found = changes(pack, replace(pack, faq=(extra, replace(second, answer="别的。", bring=""), *rest)))
    (questions,) = [difference for difference in found.differences if difference]
    assert questions.what == "questions"
    assert questions.added == (("new", "新的?"),)
    assert questions.changed == (Changed(second.code, second.question, ("answer",)),)
    assert questions.removed == ((first.code, first.question),)
    assert found.phrases == {"faq:new": (len(second.phrases), 0), f"faq:{first.code}": (0, len(first.phrases))}


def test_phrases_are_counted_and_not_called_a_change_of_their_item(pack: Pack) -> None:
    first, *rest = pack.items
    said = replace(first, phrases=("新话", *first.phrases[2:]))
    found = changes(pack, replace(pack, items=(said, *rest)))
    assert not any(found.differences)
    assert found.phrases == {f"request:{first.code}": (1, 2)}


def test_the_desk_and_the_hours_are_told(pack: Pack) -> None:
    desk = replace(pack.desk, hours="每天 9:00-17:00")
    place = replace(pack.facilities[0], hours="每天 9:00-17:00", opening=None)
    found = changes(pack, replace(pack, desk=desk, facilities=(place, *pack.facilities[1:])))
    assert found.about == ("desk",)
    (facilities,) = [difference for difference in found.differences if difference]
    assert facilities.changed == (Changed(place.code, place.name, ("hours",)),)
