"""Likeness: what is the same question in other words, and what only sounds like it."""

import pytest

from handlers.learning.likeness import LIKE, like, likeness


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("老年大学什么时候报名", "老年大学几时招生"),
        ("老年大学报名时间", "请问老年大学啥时候可以报名呢"),
        ("小区里能不能装充电桩", "我想装个充电桩要找谁"),
        ("宠物狗办证在哪里", "狗证去哪办"),
        ("流感疫苗哪里打", "流赶疫苗哪里大"),
        ("無人機能在小區飛嗎", "无人机能在小区飞吗"),
        ("where is the wifi password", "wifi password please"),
    ],
)
def test_the_same_question(one: str, other: str) -> None:
    assert likeness(one, other) >= LIKE and likeness(other, one) == likeness(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("游泳馆在哪里", "图书馆在哪里"),
        ("医保卡丢了怎么办", "身份证丢了怎么办"),
        ("养老金什么时候发", "高龄津贴什么时候发"),
        ("有没有暑假班", "有没有老年食堂"),
        ("", "老年大学"),
        ("怎么办呢", "怎么办呢"),
    ],
)
def test_another_question(one: str, other: str) -> None:
    assert likeness(one, other) < LIKE


def test_the_most_alike_is_taken() -> None:
    others = [(1, "游泳馆在哪里"), (2, "无人机可以在小区里飞吗"), (3, "无人机去哪里买")]
    assert like("小区能飞无人机吗", others) == 2
    assert like("食堂几点开饭", others) is None
    assert like("食堂几点开饭", []) is None
