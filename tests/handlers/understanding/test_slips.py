"""Slips: name, number, place and words of a caller, out of one message."""

import pytest

from handlers.understanding.slips import Slip, read_slip

AREAS = ("和顺里", "和顺里小区", "青禾苑", "qinghe garden")
NUMBER = "+8613812345678"


@pytest.mark.parametrize(
    ("text", "slip"),
    [
        ("张大爷 5号楼 水管爆了 13812345678", Slip("张大爷", NUMBER, "5号楼", "水管爆了")),
        ("张大爷,5号楼,水管爆了,138 1234 5678", Slip("张大爷", NUMBER, "5号楼", "水管爆了")),
        ("李大爷5号楼停水13812345678", Slip("李大爷", NUMBER, "5号楼", "停水")),
        ("5号楼的张大爷家水管爆了，电话１３８１２３４５６７８", Slip("张大爷", NUMBER, "5号楼", "水管爆了")),
        ("一三八一二三四五六七八 老张 5号楼 停水", Slip("老张", NUMBER, "5号楼", "停水")),
        (
            "和顺里5号楼2单元301张秀英阿姨说停水了 13812345678",
            Slip("张秀英阿姨", NUMBER, "和顺里5号楼2单元301", "停水了"),
        ),
        ("张建国 13812345678 青禾苑3栋 电梯坏了", Slip("张建国", NUMBER, "青禾苑3栋", "电梯坏了")),
        ("欧阳奶奶 青禾苑 暖气不热 010-62345678", Slip("欧阳奶奶", "+861062345678", "青禾苑", "暖气不热")),
        (
            "孟婆婆来电，厨房水龙头漏水，和顺里小区6号楼，手机号13812345678",
            Slip("孟婆婆", NUMBER, "和顺里小区6号楼", "厨房水龙头漏水"),
        ),
        (
            "来电人：张建国，电话：13812345678，地址：和顺里5号楼2单元301，事情：停水两天了",
            Slip("张建国", NUMBER, "和顺里5号楼2单元301", "停水两天了"),
        ),
        ("Mr Zhang, Building 5, pipe burst, 13812345678", Slip("Mr Zhang", NUMBER, "Building 5", "pipe burst")),
        ("张大爷 5号楼 停水了", Slip("张大爷", "", "5号楼", "停水了")),
        ("张大爷 13812345678", Slip("张大爷", NUMBER, "", "")),
        ("马桶堵了 5号楼 13812345678", Slip("", NUMBER, "5号楼", "马桶堵了")),
        ("路灯 5号楼 13812345678", Slip("", NUMBER, "5号楼", "路灯")),
    ],
)
def test_what_a_slip_tells(text: str, slip: Slip) -> None:
    assert read_slip(text, AREAS) == slip


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "13812345678",
        "5号楼",
        "5号楼停水了",
        "停水了 13812345678",
        "我家5号楼水管爆了 13812345678",
        "my tap drips, building 5, 13812345678",
        "张大爷怎么样了",
        "楼下5号楼的张大爷是不是搬走了",
        "帮李大爷登记一下",
        "😀😀😀",
        "张大爷 5号楼 停水 " + "很长" * 200,
    ],
)
def test_what_is_no_slip(text: str) -> None:
    assert read_slip(text, AREAS) is None


def test_a_second_number_stays_among_the_words() -> None:
    slip = read_slip("张大爷 5号楼 停水 13812345678，女儿 13912345678", AREAS)
    assert slip == Slip("张大爷", NUMBER, "5号楼", "停水，女儿 13912345678")


def test_the_writers_own_number_is_no_callers() -> None:
    assert read_slip("停水了 5号楼 13812345678", AREAS, (NUMBER,)) is None
    assert read_slip("张大爷 5号楼 停水 13812345678", AREAS, (NUMBER,)) == Slip("张大爷", "", "5号楼", "停水")
