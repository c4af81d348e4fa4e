"""What makes it easier: again, larger, and how old somebody says they are."""

import pytest

from handlers.understanding import age_told, wants_large, wants_repeat

OWN_AGE = [
    ("我今年78了", 78),
    ("八十岁", 80),
    ("我八十岁了，灯坏了", 80),
    ("我今年七十八，腿不好", 78),
    ("我都七十五喽", 75),
    ("我快８０了", 80),
    ("我八十多了", 80),
    ("今年82了，一个人住", 82),
    ("一百零二岁", 102),
    ("我妈住院了，我78了照顾不动", 78),
    ("我才三十岁", 30),
    ("I'm 81", 81),
    ("I’m 81, and my light is broken", 81),
    ("I am already 81 years old", 81),
    ("81 years old, living alone", 81),
]
NO_AGE = [
    "",
    "我妈八十岁了",
    "隔壁大爷今年85岁",
    "有位82岁的老人摔倒了",
    "孩子3岁",
    "我住78号楼",
    "我要100块",
    "我78楼的灯坏了",
    "三百岁",
    "My mother is 81 years old",
    "our 90 year old neighbour",
    "I'm 20 minutes late",
    "I'm at 81 Main Street",
    "I am 30 years in this house",
]


@pytest.mark.parametrize(("text", "years"), OWN_AGE)
def test_an_age_that_somebody_tells_of_themselves(text: str, years: int) -> None:
    assert age_told(text) == years


@pytest.mark.parametrize("text", NO_AGE)
def test_no_age_or_somebody_elses(text: str) -> None:
    assert age_told(text) is None


@pytest.mark.parametrize("text", ["再说一遍", "没听清。", "我没看清！", "Repeat", "say that again?", "Again, "])
def test_once_more(text: str) -> None:
    assert wants_repeat(text) and not wants_large(text)


@pytest.mark.parametrize("text", ["大字", "字太小了", "大字和数字", "Large letters", "the text is too small"])
def test_larger(text: str) -> None:
    assert wants_large(text) and not wants_repeat(text)


@pytest.mark.parametrize("text", ["再说一遍地址给您：3号楼", "again the lamp is broken", "大字报", "", "1"])
def test_words_that_say_more(text: str) -> None:
    assert not wants_repeat(text) and not wants_large(text)
