"""What the figures of a file mean: the definitions, row by row."""

import pytest

from handlers.understanding import Danger, Match, Reading
from handlers.understanding.danger import DangerLevel
from handlers.understanding.measuring import Judged, Made, Sample, figures, made_of, p99
from handlers.understanding.reading import NOTHING


def reading(*ranked: Match, danger: DangerLevel | None = None, small_talk: str | None = None) -> Reading:
    told = Danger("em.fire", danger, "着火", ("119",)) if danger else None
    return Reading(told, (), (), None, (), (), ranked=ranked, small_talk=small_talk)


def judged(expect: str, *labels: str, alarmed: bool = False, asked: bool = False, seconds: float = 0.0) -> Judged:
    return Judged(Sample("…", tuple(expect.split())), Made(labels, alarmed, asked, seconds))


LAMP, PRICE = Match("pub.light", 0.9, "灯坏了"), Match("canteen_price", 0.4, "几块", "faq")


@pytest.mark.parametrize(
    ("found", "labels"),
    [
        (reading(LAMP, PRICE), ("request:pub.light", "faq:canteen_price")),
        (reading(LAMP, danger="alarm"), ("emergency", "request:pub.light")),
        (reading(LAMP, danger="show"), ("emergency", "request:pub.light")),
        (reading(LAMP, danger="ask"), ("request:pub.light",)),
        (reading(LAMP, small_talk="thanks"), ("none", "request:pub.light")),
        (reading(LAMP, danger="alarm", small_talk="thanks"), ("emergency", "none", "request:pub.light")),
        (reading(danger="alarm"), ("emergency",)),
        (NOTHING, ("none",)),
    ],
)
def test_a_reading_is_one_list_of_labels(found: Reading, labels: tuple[str, ...]) -> None:
    assert made_of(found).labels == labels


@pytest.mark.parametrize(
    ("level", "alarmed", "asked"), [("alarm", True, False), ("show", True, True), ("ask", False, True)]
)
def test_alarmed_and_asked(level: DangerLevel, alarmed: bool, asked: bool) -> None:
    made = made_of(reading(LAMP, danger=level))
    assert (made.alarmed, made.asked) == (alarmed, asked)


def test_a_row_is_right_when_any_of_its_labels_stands_there() -> None:
    found = figures(
        [
            judged("request:a faq:b", "faq:b", "request:a"),
            judged("request:a", "x", "y", "request:a"),
            judged("request:a", "x", "y", "z", "request:a"),
            judged("faq:b", "request:a"),
        ]
    ).as_json()
    assert found["kinds"] == {
        "request": {"n": 3, "top1": 0.3333, "top3": 0.6667},
        "question": {"n": 1, "top1": 0.0, "top3": 0.0},
    }


def test_rows_that_speak_of_danger_besides_are_neither_caught_nor_false() -> None:
    found = figures(
        [
            judged("emergency", "emergency", alarmed=True),
            judged("emergency request:a", "request:a", asked=True),
            judged("request:a emergency", "emergency", alarmed=True),
            judged("request:a", "emergency", alarmed=True),
            judged("none", "none", asked=True),
            judged("none", "request:a"),
            judged("faq:b", "faq:b"),
        ]
    ).as_json()
    assert found["emergency"] == {"n": 2, "caught": 0.5, "others": 4, "false_alarms": 0.25, "asked": 0.25}
    assert found["none"] == {"n": 2, "respected": 0.5}
    assert found["kinds"]["request"] == {"n": 2, "top1": 0.5, "top3": 0.5}


def test_there_is_no_share_of_nothing() -> None:
    found = figures([judged("none", "none", seconds=0.002)]).as_json()
    assert found["kinds"] == {}
    assert found["emergency"] == {"n": 0, "caught": None, "others": 1, "false_alarms": 0.0, "asked": 0.0}
    assert found["ms_p99"] == 2.0


def test_the_ninety_ninth_of_a_hundred() -> None:
    assert p99([float(number) for number in range(100, 0, -1)]) == 99.0
    assert p99([3.0]) == 3.0
    assert p99([]) == 0.0
