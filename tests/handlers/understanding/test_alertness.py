"""Danger without a word of danger: what the whole text sounds like. And what only sounds alike is left in peace.

None of these sentences stands in the pack: they were written for this test.
"""

import pytest

from handlers.packs import Pack
from handlers.understanding import Snapshot, understand
from handlers.understanding.danger import DangerBook


def level(text: str, snapshot: Snapshot) -> str | None:
    danger = understand(text, snapshot).emergency
    return danger.level if danger else None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("四楼独居的老奶奶三天没下楼了,按门铃没有回应,灯一直亮着", "eld.no_response"),
        ("儿媳天天扇老太太耳光,老人在哭喊", "eld.abuse"),
        ("我爸胸口绞痛,满头冷汗,左胳膊抬不动", "med.emergency"),
        ("外公从梯子上栽下来,躺在地上不能动", "med.fall"),
        ("他把药都攒好了,说今晚就走,不拖累我们", "med.suicide"),
        ("隔壁男的拿皮带打他老婆,女的一直求饶", "law.dv"),
        ("有人翻进隔壁阳台,屋里有手电光在晃", "saf.crime"),
        ("一转身三岁的娃就没影了,穿黄外套", "saf.missing"),
        ("窗户往外窜火,烟把楼道都灌满了", "saf.fire"),
    ],
)
def test_danger_told_in_one_s_own_words_alarms(snapshot: Snapshot, text: str, code: str) -> None:
    danger = understand(text, snapshot).emergency
    assert danger is not None
    assert danger.level == "alarm"
    assert code in (danger.code, *danger.others)
    assert danger.call


@pytest.mark.parametrize(
    "text", ["樓下著火啦,好大煙,快啲嚟", "窗外冒弄烟,卓火了快来人", "smoke is coming out of the window upstairs"]
)
def test_other_scripts_and_slips_of_the_keyboard_alarm_too(snapshot: Snapshot, text: str) -> None:
    assert level(text, snapshot) == "alarm"


@pytest.mark.parametrize(
    "text",
    [
        "楼道的灯不亮了,晚上看不清台阶",
        "想给爷爷约个体检",
        "隔壁炒菜油烟太大,能不能管一管",
        "电梯又停了,老人爬楼吃不消",
        "明天社区有什么活动",
        "再见,辛苦了",
        "孟婆婆 3号楼 水龙头漏水 13800000000",
    ],
)
def test_everyday_words_are_not_even_asked_about(snapshot: Snapshot, text: str) -> None:
    assert level(text, snapshot) is None


def test_words_of_danger_in_a_text_about_something_else_are_asked_about(snapshot: Snapshot) -> None:
    """A doubt never silences: the number stands in the question."""
    danger = understand("前年着火以后房子重新装修,想问问能不能申请一点补助", snapshot).emergency
    assert danger is not None
    assert danger.level == "ask"
    assert danger.call == ("119",)


def test_a_cry_beside_them_is_never_doubted(snapshot: Snapshot) -> None:
    assert level("着火以后房子重新装修能不能有补助,快来人", snapshot) == "alarm"


def test_without_phrases_to_learn_from_the_words_alone_tell(pack: Pack) -> None:
    book = DangerBook(pack.emergency, {})
    danger = book.look("着火了")
    assert danger is not None
    assert (danger.level, danger.code, danger.call) == ("alarm", "saf.fire", ("119",))
    assert book.look("门口的报纸堆了一摞,喊她也不应") is None


def test_the_lists_do_not_contradict_each_other(pack: Pack) -> None:
    alarming, harmless = set(pack.emergency.alarming), set(pack.emergency.harmless)
    assert len(alarming) > 500
    assert len(harmless) > 500
    assert alarming & harmless == set()
