"""Words that judge what was said before, and words that ask for what is nearest."""

import pytest

from handlers.understanding import nearness, verdict_of


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("都不是", "none"),
        ("都不是！", "none"),
        ("None of these.", "none"),
        ("有用，谢谢", "helped"),
        ("That helped!", "helped"),
        ("没帮上", "not"),
        ("没用。。。", "not"),
        ("didn’t help", "not"),
        ("It didn't work.", "not"),
        ("that did not help", "not"),
        ("no help", "not"),
    ],
)
def test_a_verdict_is_read(text: str, verdict: str) -> None:
    assert verdict_of(text) == verdict


@pytest.mark.parametrize(
    "text", ["", "谢谢", "有用的东西丢了", "这个没用过怎么办", "都不是我家的垃圾", "没有水", "not working"]
)
def test_other_words_are_none(text: str) -> None:
    assert verdict_of(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "离我最近的食堂在哪",
        "最近的卫生站怎么走",
        "附近有理发的吗",
        "附近的食堂",
        "最近的图书室几点开门",
        "哪个食堂离我家近",
        "where is the nearest library",
        "canteen near me",
    ],
)
def test_what_is_nearest_is_asked_for(text: str) -> None:
    assert nearness(text)


@pytest.mark.parametrize(
    "text", ["附近有人在图书室门口乱丢垃圾", "附近的图书室太吵了", "最近的食堂好吵", "我家附近的图书室空调坏了"]
)
def test_where_something_happens_is_not_asked_for(text: str) -> None:
    assert not nearness(text)


@pytest.mark.parametrize(
    "text", ["最近老是停水", "最近食堂开门吗", "我最近想学书法", "近视怎么办", "附加费怎么交", "nearly lost my card"]
)
def test_lately_is_not_nearest(text: str) -> None:
    assert not nearness(text)
