"""Learned phrases: known from the next text on, gone as soon as they are taken back."""

from handlers.understanding import Snapshot, understand

SAID = "那个红盒子又不吐水了"


def test_a_learned_phrase_decides(snapshot: Snapshot) -> None:
    before = understand(SAID, snapshot)
    learned = snapshot.with_learned({"request:utl.water_out": [SAID]})
    now = understand(SAID, learned)
    assert before.ranked[:1] != now.ranked[:1]
    assert now.sure is not None and now.sure.label == "request:utl.water_out"


def test_what_is_like_it_is_understood_too(snapshot: Snapshot) -> None:
    learned = snapshot.with_learned({"request:utl.water_out": [SAID]})
    assert understand("门口那个红盒子又不吐水了呀", learned).ranked[0].label == "request:utl.water_out"


def test_it_is_undone_without_a_trace(snapshot: Snapshot) -> None:
    learned = snapshot.with_learned({"request:utl.water_out": [SAID]})
    assert understand(SAID, learned.with_learned({})) == understand(SAID, snapshot)


def test_an_answer_that_the_pack_does_not_know(snapshot: Snapshot) -> None:
    learned = snapshot.with_learned({"faq:new_bus": ["三路车改道了站牌在哪"]})
    reading = understand("三路车改道，站牌在哪儿", learned)
    assert reading.sure is not None and reading.sure.label == "faq:new_bus"


def test_other_texts_stay_as_they_were(snapshot: Snapshot) -> None:
    learned = snapshot.with_learned({"request:utl.water_out": [SAID]})
    for text in ("楼道灯坏了", "低保怎么申请", "谢谢", "", "🙂"):
        assert understand(text, learned) == understand(text, snapshot)
