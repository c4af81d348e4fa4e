"""Rules: RRULEs that fall in every month, and are never more often than once in four weeks."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.rhythms import rules
from storage import rhythms
from storage.cards import About


@given(
    rule=st.sampled_from(rules.OFFERED), home=st.text(max_size=12), today=st.dates(date(2024, 1, 1), date(2035, 1, 1))
)
def test_the_first_day_begins_a_rule_without_gaps(rule: str, home: str, today: date) -> None:
    first = rules.first_day(rule, home, today)
    assert rules.FIRST_AFTER <= first - today <= timedelta(days=100)
    assert first.day <= 28
    assert rules.following(rule, first, today) == first
    day = first
    for _ in range(14):
        following = rules.following(rule, first, day)
        assert following.day == first.day
        assert following - day >= timedelta(days=28)
        assert rules.latest(rule, first, following - timedelta(days=1)) == day
        day = following
    assert rules.latest(rule, first, first - timedelta(days=1)) is None


@pytest.mark.parametrize(
    ("groups", "wish", "rule", "calls"),
    [
        ((), "visit", rules.QUARTERLY, rhythms.NO_CALLS),
        (("hardship",), None, rules.QUARTERLY, rhythms.NO_CALLS),
        (("alone",), "visit", rules.MONTHLY, rhythms.HALF_CALLS),
        (("over_80",), None, rules.MONTHLY, rhythms.HALF_CALLS),
        (("disabled",), "call", rules.MONTHLY, rhythms.ALL_CALLS),
    ],
)
def test_how_often_and_how(groups: tuple[str, ...], wish: str | None, rule: str, calls: str) -> None:
    assert rules.of_groups(groups) == rule
    assert rules.calls_for(About(groups=groups), wish) == calls
