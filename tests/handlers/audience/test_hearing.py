"""Whom people mean by their words, as the demo's staff would write them."""

import pytest

from handlers.audience.audience import OLDEST, Audience
from storage.database import Database
from tests.handlers.audience.stand import hear, place, team

STREET = "街道王主任"
STATION = "陈主任"

# words → (places, and what else is meant)
SAID = {
    "青禾街道 志愿者 医护 没请假的": (("qinghe",), {"roles": ("volunteer",), "skills": ("medical",), "not_away": True}),
    "青禾街道的志愿者，会医护，不请假": (
        ("qinghe",),
        {"roles": ("volunteer",), "skills": ("medical",), "not_away": True},
    ),
    "青禾街道所有居民": (("qinghe",), {}),
    "和顺里社区 60岁以上 独居": (("heshunli",), {"ages": ((60, OLDEST),), "alone": True}),
    "和顺里小区3号楼和5号楼": (("heshun-3", "heshun-5"), {}),
    "青禾苑二栋的老人": (("qingheyuan-2",), {"ages": ((60, OLDEST),)}),
    "柳堤社区 队长": (("liudi",), {"roles": ("leader",)}),
    "和顺里社区 会修水电的": (("heshunli",), {"skills": ("repair_home",)}),
    "纺织厂宿舍 18到35岁": (("fangzhi",), {"ages": ((18, 35),)}),
    "纺织厂宿舍 说英语的": (("fangzhi",), {"languages": ("en",)}),
    "Heshunli Community volunteers over 60 not on leave": (
        ("heshunli",),
        {"roles": ("volunteer",), "ages": ((60, OLDEST),), "not_away": True},
    ),
    "柳堤社区 订阅政策的": (("liudi",), {"subjects": ("policy",)}),
    "Building 3, Heshunli Estate": (("heshun-3",), {}),
    "residents of Liudi Community living alone": (("liudi",), {"alone": True}),
}


@pytest.mark.parametrize("words", SAID)
async def test_whom_words_mean(small: Database, words: str) -> None:
    codes, kinds = SAID[words]

    def work(tx):  # type: ignore[no-untyped-def]
        return hear(tx, STREET, words), tuple(place(tx, code) for code in codes)

    heard, places = await small.turn(work)
    assert heard.audience == Audience(places=places, **kinds)  # type: ignore[arg-type]
    assert (heard.unknown, heard.outside, heard.several) == ([], [], "")


async def test_what_names_no_place_narrows_what_is_chosen(small: Database) -> None:
    def work(tx):  # type: ignore[no-untyped-def]
        building = place(tx, "heshun-3")
        now = Audience(places=(building,), roles=("volunteer",))
        return building, hear(tx, STATION, "80岁以上的", now).audience, hear(tx, STATION, "全部 老人", now).audience

    building, narrowed, everybody = await small.turn(work)
    assert narrowed == Audience(places=(building,), roles=("volunteer",), ages=((80, OLDEST),))
    assert everybody == Audience(places=(building,), ages=((60, OLDEST),))


async def test_without_a_place_the_only_unit_is_meant(small: Database) -> None:
    def work(tx):  # type: ignore[no-untyped-def]
        return (
            hear(tx, STATION, "志愿者").audience,
            place(tx, "heshunli"),
            hear(tx, "队长老周", "没请假的"),
            team(tx, "shuidian"),
        )

    audience, unit, led, own = await small.turn(work)
    assert audience == Audience(places=(unit,), roles=("volunteer",))
    assert led.audience == Audience(teams=(own,), not_away=True)


async def test_what_is_not_ones_own_is_named_and_left_out(small: Database) -> None:
    def work(tx):  # type: ignore[no-untyped-def]
        return [hear(tx, STATION, "柳堤社区 志愿者"), hear(tx, STATION, "柳堤水电队"), hear(tx, "队长老周", "陪伴队")]

    for heard, name in zip(await small.turn(work), ("柳堤社区", "柳堤水电队", "陪伴队"), strict=True):
        assert heard.outside == [name]


async def test_a_number_in_several_estates_is_asked_about(small: Database) -> None:
    heard = await small.turn(lambda tx: hear(tx, STATION, "3号楼"))
    assert heard.several == "3号楼"


async def test_words_that_mean_nothing_are_named(small: Database) -> None:
    heard = await small.turn(lambda tx: hear(tx, STATION, "和顺里社区 爱唱歌的"))
    assert heard.unknown == ["爱唱歌"]
    assert heard.audience.places
