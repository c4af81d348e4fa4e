"""Who is asked first, and why: sums of points that explain themselves, and fairness before everything."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.offering.candidates import APART, Candidate, least_of, nearness, points, ranked, spoken, why
from handlers.texts import render

ZONE = ZoneInfo("Asia/Shanghai")
SOMEBODY = Candidate(1, "A-01", known=False, near="", metres=None, held=0, taken=0, asked=0)
LONG_AGO = datetime(2026, 11, 1, tzinfo=UTC)

anybody = st.builds(
    Candidate,
    person_id=st.integers(1, 10_000),
    badge=st.just(""),
    known=st.booleans(),
    near=st.sampled_from(("", "estate", "building")),
    metres=st.none() | st.integers(0, 3000),
    held=st.integers(0, 1),
    taken=st.integers(0, 6),
    asked=st.integers(0, 2),
)


def order(*candidates: Candidate) -> list[int]:
    return [each.person_id for each in ranked(candidates, 10)]


def words(candidate: Candidate, language: str, least: int = 0) -> list[str]:
    return [render(text, language, ZONE) for text in spoken(why(candidate, least))]


def test_whom_the_resident_was_glad_of_comes_first_then_who_lives_nearest() -> None:
    near = replace(SOMEBODY, person_id=2, near="building")
    liked = replace(SOMEBODY, person_id=3, known=True)
    farther = replace(SOMEBODY, person_id=4, metres=500)
    assert order(SOMEBODY, near, liked, farther) == [3, 2, 4, 1]


def test_whoever_has_nothing_in_hand_comes_before_whoever_has_something() -> None:
    assert order(replace(SOMEBODY, held=1), replace(SOMEBODY, person_id=2)) == [2, 1]


def test_of_equals_whoever_has_rested_longest_comes_first() -> None:
    lately = replace(SOMEBODY, last_at=LONG_AGO + timedelta(days=1))
    long_ago = replace(SOMEBODY, person_id=2, last_at=LONG_AGO)
    never = replace(SOMEBODY, person_id=3)
    assert order(lately, long_ago, never) == [3, 2, 1]


def test_nobody_is_asked_who_is_two_tasks_ahead_however_fit() -> None:
    fit = replace(SOMEBODY, person_id=2, known=True, near="building", taken=2)
    assert order(SOMEBODY, fit) == [1]
    assert order(SOMEBODY, replace(fit, taken=1)) == [2, 1]
    assert order(SOMEBODY, replace(fit, taken=1, asked=1)) == [1], "an open offer counts as if it were taken"


def test_where_all_have_offers_open_those_with_the_fewest_are_asked() -> None:
    busy = replace(SOMEBODY, asked=2)
    assert order(busy, replace(busy, person_id=2, asked=3)) == [1]


@given(st.lists(anybody, min_size=1, max_size=30), st.integers(1, 5))
def test_nobody_can_get_more_than_two_tasks_ahead(found: list[Candidate], limit: int) -> None:
    chosen = ranked(found, limit)
    assert chosen, "somebody is always asked"
    assert len(chosen) <= limit
    fewest = min(each.share for each in found)
    assert all(each.share <= max(least_of(found) + APART, fewest) for each in chosen)


@given(anybody, st.integers(0, 3))
def test_more_of_anything_good_is_never_fewer_points(candidate: Candidate, least: int) -> None:
    assert points(replace(candidate, known=True), least) >= points(candidate, least)
    assert points(replace(candidate, near="building"), least) >= points(candidate, least)
    assert points(replace(candidate, taken=candidate.taken + 1), least) < points(candidate, least)


@pytest.mark.parametrize(
    ("near", "metres", "expected"),
    [("building", None, 1), ("estate", None, 0.5), ("", None, 0), ("", 100, 1), ("", 550, 0.5), ("", 5000, 0)],
)
def test_nearness_goes_from_the_same_building_to_a_kilometre(near: str, metres: int | None, expected: float) -> None:
    assert nearness(replace(SOMEBODY, near=near, metres=metres)) == expected


def test_the_choice_explains_itself_in_both_languages() -> None:
    liked = replace(SOMEBODY, known=True, metres=312, near="estate")
    assert words(liked, "zh-CN") == ["认识，想再请", "300 米", "有空", "最近少"]
    assert words(liked, "en") == ["known and welcome", "300 m", "free", "seldom asked lately"]
    assert words(replace(SOMEBODY, near="building", held=1, taken=3), "zh-CN") == ["同一栋楼"]
    assert spoken("") == []
