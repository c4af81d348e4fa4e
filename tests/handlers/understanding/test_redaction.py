"""What helpers see holds no number, no door, no name, in whatever form they were written."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.understanding import HIDDEN, find_phones, redact
from handlers.understanding.digits import fold_digits

_FULL = str.maketrans("0123456789", "０１２３４５６７８９")
_HAN = str.maketrans("0123456789", "零一二三四五六七八九")
_HAN_SPOKEN = str.maketrans("0123456789", "〇幺两三四五六七八九")
_BANK = str.maketrans("0123456789", "零壹贰叁肆伍陆柒捌玖")
_SEPARATORS = ["", " ", "-", " - ", ".", "·", "_", "、", "，", "—", "\u200b", "\u3000", "/", "~", "️⃣"]
_AROUND = ["", "找我", "电话", "手机号：", "，谢谢", "。有人吗", "\n", "3号楼", "call me ", "微信同号 "]

mobiles = st.from_regex(r"1[3-9][0-9]{9}", fullmatch=True)
landlines = st.from_regex(r"0(10|2[0-9]|[3-9][0-9]{2})[2-8][0-9]{6,7}", fullmatch=True)
phones = mobiles | landlines | st.from_regex(r"[2-8][0-9]{6,7}", fullmatch=True)
scripts = st.sampled_from([{}, _FULL, _HAN, _HAN_SPOKEN, _BANK])
prefixes = st.sampled_from(["", "+86", "+86 ", "0086", "(+86)", "86-"])


@st.composite
def written_phones(draw: st.DrawFn) -> tuple[str, str]:
    """A number, and one of the ways in which people write it."""
    digits = draw(phones)
    separators = draw(st.lists(st.sampled_from(_SEPARATORS), min_size=len(digits) - 1, max_size=len(digits) - 1))
    grouped = digits[0] + "".join(gap + digit for gap, digit in zip(separators, digits[1:], strict=True))
    return digits, draw(prefixes) + grouped.translate(draw(scripts))


@settings(max_examples=400)
@given(written_phones(), st.sampled_from(_AROUND), st.sampled_from(_AROUND))
def test_no_phone_survives_in_any_form(phone: tuple[str, str], before: str, after: str) -> None:
    digits, written = phone
    shown = redact(before + written + after)
    left = re.sub(r"[^0-9]", "", fold_digits(shown).replace("3号楼", ""))
    assert left == ""
    assert HIDDEN in shown
    assert digits not in fold_digits(shown)


@given(st.lists(written_phones(), min_size=2, max_size=4))
def test_every_phone_goes_not_the_first_alone(some: list[tuple[str, str]]) -> None:
    shown = redact("，或者打".join(written for _, written in some))
    assert not re.search("[0-9]", fold_digits(shown))
    assert find_phones(shown) == ()


@given(st.from_regex(r"[1-9][0-9]{16}[0-9Xx]", fullmatch=True), st.sampled_from(_AROUND))
def test_no_identity_number_survives(number: str, before: str) -> None:
    assert redact(f"{before}身份证{number}，麻烦了") == f"{before}身份证{HIDDEN}，麻烦了"


@given(
    st.integers(1, 40),
    st.integers(1, 9),
    st.integers(1, 33),
    st.integers(1, 9),
    st.sampled_from(
        [
            "{b}号楼{u}单元{f}0{d}室",
            "{b}号楼 {u}单元 {f}0{d}",
            "{b}号楼{u}单元{f}楼{f}0{d}",
            "{b}栋{f}0{d}",
            "{b}号楼{u}-{f}0{d}",
            "{b}幢{f}0{d}户",
        ]
    ),
    st.sampled_from([{}, _FULL]),
)
def test_the_door_goes_and_the_building_stays(
    building: int, unit: int, floor: int, door: int, form: str, script: dict[int, int]
) -> None:
    written = form.format(b=building, u=unit, f=floor, d=door).translate(script)
    shown = redact(f"我住{written}，灯坏了")
    assert HIDDEN in shown
    assert f"{floor}0{door}" not in fold_digits(shown)
    assert f"我住{building}" in fold_digits(shown)
    assert shown.endswith("，灯坏了")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("3号楼2单元502室", "3号楼▇▇"),
        ("二单元五零二", "▇▇"),
        ("502室没水", "▇▇没水"),
        ("五百零二室", "▇▇"),
        ("5-2-502", "5-▇▇"),
        ("１２－２－５０２", "１２－▇▇"),
        ("12-2-1502", "▇▇"),  # seven digits could be a telephone number
        ("3号楼三楼东户", "3号楼三楼▇▇"),
        ("我家402，门铃坏了", "我家▇▇，门铃坏了"),
        ("A座1201", "A座▇▇"),
        ("12号302", "12号▇▇"),
        ("flat 5B please", "flat ▇▇ please"),
        ("room 502", "room ▇▇"),
        ("邮箱a.b@qq.com", "邮箱▇▇"),
        ("加微信wxid_abc1", "加微信▇▇"),
        ("VX：lily_2020", "VX：▇▇"),
        ("QQ 12345", "QQ ▇▇"),
        ("门锁密码852963", "门锁密码▇▇"),
        ("one three eight, zero zero one three eight zero zero zero", "▇▇"),
        ("13o0013800l2", "▇▇"),
        ("010-62345678转801", "▇▇"),
    ],
)
def test_doors_accounts_and_codes(text: str, shown: str) -> None:
    assert redact(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("我叫王秀英，找王秀英就行", "我叫▇▇，找▇▇就行"),
        ("我叫王芳住在和顺里", "我叫▇▇住在和顺里"),
        ("姓名：欧阳明月", "姓名：▇▇"),
        ("我是李桂兰，灯坏了", "我是▇▇，灯坏了"),
        ("我姓陈", "我姓▇▇"),
        ("我叫玛丽，你好", "我叫▇▇，你好"),
        ("叫我小王", "叫我▇▇"),
        ("隔壁张大爷和李阿姨", "隔壁▇▇大爷和▇▇阿姨"),
        ("老伴叫陈桂花", "老伴叫▇▇"),
        ("隔壁王秀英摔倒了", "隔壁▇▇摔倒了"),
        ("我妈李桂兰的医保", "我妈▇▇的医保"),
        ("三单元的陈建国总吵", "▇▇的▇▇总吵"),
        ("欧阳娜娜要办证", "▇▇要办证"),
        ("邻居王芳走了，王芳的狗", "邻居▇▇了，▇▇的狗"),
        ("my neighbour John Smith has a dog", "my neighbour ▇▇ has a dog"),
        ("My name is Mary Smith, Mary Smith lives here", "My name is ▇▇, ▇▇ lives here"),
        ("I'm Mary", "I'm ▇▇"),
    ],
)
def test_names(text: str, shown: str) -> None:
    assert redact(text) == shown


def test_known_names_go_wherever_they_stand() -> None:
    assert redact("桂兰姐的灯，找桂兰", known=["桂兰"]) == "▇▇姐的灯，找▇▇"
    assert redact("mary here, MARY", known=["Mary", ""]) == "▇▇ here, ▇▇"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "楼道灯坏了，三楼，好几天了",
        "3号楼门口的路灯，12楼也黑",
        "2026-11-23 09:00到11:30之间",
        "周六下午2点，2个人，100元以内",
        "我是高血压病人，两室一厅",
        "打110还是12345",
        "青禾路100号门口的井盖",
        "社区主任说的，班主任老师也说了",
        "我叫了师傅，没来",
        "我是党员，想报名",
        "500户人家都停水",
        "the lamp on floor 3 is broken",
        "我妈高血压，我爸何时能办，邻居马桶堵了",
        "楼下高空抛物，隔壁单元漏水",
        "my neighbour's dog barks, my mother is ill",
    ],
)
def test_what_tells_nobody_stays(text: str) -> None:
    assert redact(text) == text
