"""One reading of a text, whatever the text is."""

from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.packs import Pack
from handlers.understanding import Snapshot, redact, understand
from handlers.understanding.normal import LIMIT, fold

_texts = st.text(max_size=60) | st.lists(
    st.sampled_from(["着火", "没", "{D}", "1", "三", "\u202e", "\x00", "楼", "㍿", "ﷺ", "\ud800", "<b>", "*"])
).map("".join)


def test_numbers_phones_and_places_are_read_too(snapshot: Snapshot) -> None:
    assert understand(" ２ ", snapshot).bare_number == 2
    reading = understand("电话 130 0000 0001，和顺里3号楼", snapshot)
    assert reading.phones == ("+8613000000001",)
    assert reading.places[0] == "heshun-3"
    assert reading.bare_number is None


def test_only_the_beginning_of_a_long_text_counts(snapshot: Snapshot) -> None:
    padding = "好" * LIMIT
    assert understand(padding + "着火了 13000000001", snapshot) == understand(padding, snapshot)
    assert understand("着火了" + padding * 500, snapshot).emergency is not None


def test_a_snapshot_does_not_change_with_use(pack: Pack, snapshot: Snapshot) -> None:
    texts = [rule.example for rule in pack.emergency.innocents]
    assert [understand(text, snapshot) for text in texts] == [understand(text, snapshot) for text in texts]


@settings(max_examples=200, deadline=None)
@given(_texts)
def test_any_text_is_read(snapshot: Snapshot, text: str) -> None:
    reading = understand(text, snapshot)
    assert len(reading.items) <= 8
    assert isinstance(redact(text), str)


@given(st.text(max_size=200))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert len(fold(text)) <= LIMIT
