"""Danger words alarm; what merely sounds like danger does not; in doubt one question is asked."""

import dataclasses
from collections.abc import Iterator

import pytest

from handlers.packs import DangerWords, Innocent, Pack
from handlers.understanding import Danger, Snapshot, understand


def level(text: str, snapshot: Snapshot) -> str | None:
    danger = understand(text, snapshot).emergency
    return danger.level if danger else None


def strong_words(pack: Pack) -> Iterator[tuple[DangerWords, str]]:
    return ((words, word) for words in pack.emergency.words for word in words.strong)


def test_every_danger_word_alone_alarms_under_its_own_code(pack: Pack, snapshot: Snapshot) -> None:
    wrong = []
    for words, word in strong_words(pack):
        danger = understand(word, snapshot).emergency
        if danger is None or danger.level != "alarm" or words.code not in (danger.code, *danger.others):
            wrong.append((words.code, word, danger))
    assert wrong == []


def test_danger_words_alarm_in_the_middle_of_a_sentence(pack: Pack, snapshot: Snapshot) -> None:
    """Nothing harmless stands around them, so nothing may excuse them."""
    wrong = [word for _, word in strong_words(pack) if level(f"喂!{word}!和顺里二栋", snapshot) != "alarm"]
    assert wrong == []


def test_no_weak_word_alarms_alone(pack: Pack, snapshot: Snapshot) -> None:
    weak = [word for words in pack.emergency.words for word in words.weak]
    assert [word for word in weak if level(word, snapshot) == "alarm"] == []
    assert level("漏水", snapshot) is None


def test_a_weak_word_is_asked_about_where_the_whole_text_is_like_the_emergency(snapshot: Snapshot) -> None:
    assert level("火", snapshot) == "ask"
    assert level("有骗子", snapshot) == "ask"
    assert level("煤气费怎么交", snapshot) is None


def expected(rule: Innocent) -> set[str | None]:
    if rule.weak and rule.level == "ask":
        return {None, "ask"}  # the example has weak words only: there is nothing to excuse
    return {None if rule.level == "quiet" else rule.level}


def test_every_innocent_example_is_taken_as_marked(pack: Pack, snapshot: Snapshot) -> None:
    rules = pack.emergency.innocents
    wrong = [
        (rule.example, level(rule.example, snapshot))
        for rule in rules
        if level(rule.example, snapshot) not in expected(rule)
    ]
    assert wrong == []


def test_an_example_with_a_true_danger_behind_it_alarms(pack: Pack, snapshot: Snapshot) -> None:
    """What a rule covers is cut out; what is left counts. Rules for the whole message are the exception."""
    rules = [rule for rule in pack.emergency.innocents if not rule.message]
    wrong = [rule.example for rule in rules if level(rule.example + "。\n\n我老伴昏迷不醒", snapshot) != "alarm"]
    assert wrong == []


@pytest.mark.parametrize("cry", ["快来人", "快来救", "来人啊", "出人命", "不好了", "急急急", "hurry"])
def test_a_cry_for_help_lets_nothing_be_quiet(snapshot: Snapshot, cry: str) -> None:
    assert level("电影里那个着火的镜头真吓人", snapshot) is None
    assert level(f"电影里那个着火的镜头真吓人,{cry}", snapshot) == "alarm"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("骗你的,我想跳楼", "alarm"),
        ("昨晚梦见自杀", "ask"),
        ("《跳楼》几点放映", "ask"),
        ("想死哈哈哈", "ask"),
        ("请人装上吊灯", None),
        ("超市跳楼价", None),
        ("想死你们了", None),
        ("想死你们了,我不想活了", "alarm"),
    ],
)
def test_suicide_words_are_never_silenced_by_a_joke(snapshot: Snapshot, text: str, expected: str | None) -> None:
    assert level(text, snapshot) == expected


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("厨房着火了", "saf.fire"),
        ("ＺＨＡＯＨＵＯ 厨房", "saf.fire"),
        ("着 火 了", "saf.fire"),
        ("着\u200b火了", "saf.fire"),
        ("Fire! Fire!", "saf.fire"),
        ("my father can’t breathe", "med.emergency"),
        ("he collapsed in the garden", "med.emergency"),
        ("我家煤气味好重", "utl.gas_leak"),
        ("有人困电梯里了", "pub.elevator_trap"),
        ("小偷在撬门", "saf.crime"),
        ("楼上有烟味,快来人", "saf.fire"),
        ("有骗子打电话要我转账", "law.fraud"),
    ],
)
def test_dangers_are_told_apart(snapshot: Snapshot, text: str, code: str) -> None:
    danger = understand(text, snapshot).emergency
    assert danger is not None
    assert (danger.level, danger.code) == ("alarm", code)
    assert understand(text, snapshot).items[0].code == code


@pytest.mark.parametrize(
    "text",
    [
        "can you help me book a doctor",
        "please help me with my phone",
        "the firework show",
        "we hired a chef",
        "楼道灯坏了",
        "水龙头一直滴水怎么办",
        "头有点晕,想量血压",
        "电梯卡怎么补办",
    ],
)
def test_everyday_requests_are_left_in_peace(snapshot: Snapshot, text: str) -> None:
    assert understand(text, snapshot).emergency is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("心慌憋气受不了", "med.emergency"),
        ("没意思,没人需要我", "med.suicide"),
        ("119", "saf.fire"),
        ("１２０！", "med.emergency"),
    ],
)
def test_weak_words_with_a_second_signal_are_asked_about(snapshot: Snapshot, text: str, code: str) -> None:
    danger = understand(text, snapshot).emergency
    assert danger is not None
    assert (danger.level, danger.code) == ("ask", code)


def test_many_danger_words_are_never_explained_away(snapshot: Snapshot) -> None:
    assert level("没着火,", snapshot) == "ask"
    assert level("没着火," * 30, snapshot) == "alarm"


def called(text: str, snapshot: Snapshot) -> tuple[str, ...]:
    danger = understand(text, snapshot).emergency
    assert isinstance(danger, Danger)
    return danger.call


def test_the_pack_s_own_numbers_come_first(pack: Pack, snapshot: Snapshot) -> None:
    assert called("煤气泄漏", snapshot) == ("000-5550-0120", "119")
    bare = Snapshot.build(pack.items, pack.emergency)
    assert called("煤气泄漏", bare) == ("119",)


def test_a_road_accident_has_the_traffic_police_second(snapshot: Snapshot) -> None:
    assert called("门口出车祸了", snapshot) == ("120", "122")
    assert called("我爸昏迷了", snapshot) == ("120",)


def test_words_of_two_emergencies_name_both(snapshot: Snapshot) -> None:
    danger = understand("着火了,孩子困在电梯里", snapshot).emergency
    assert danger is not None
    assert {danger.code, *danger.others} == {"saf.fire", "pub.elevator_trap"}


def test_a_pack_without_rules_alarms_at_every_word(pack: Pack) -> None:
    emergency = dataclasses.replace(pack.emergency, innocents=())
    assert level("我家没着火", Snapshot.build(pack.items, emergency)) == "alarm"
