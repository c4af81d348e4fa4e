"""Durations in packs."""

from datetime import timedelta

import pytest

from handlers.packs.durations import parse_duration, parse_period


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("PT5M", timedelta(minutes=5)),
        ("PT2H", timedelta(hours=2)),
        ("P7D", timedelta(days=7)),
        ("P2W", timedelta(weeks=2)),
        ("P1DT12H30M", timedelta(days=1, hours=12, minutes=30)),
        ("PT45S", timedelta(seconds=45)),
    ],
)
def test_durations_are_read(text: str, expected: timedelta) -> None:
    assert parse_duration(text) == expected


@pytest.mark.parametrize(
    "text", ["", "P", "PT", "P1DT", "2h", "PT0M", "P1M", "P1Y", "-PT2H", "PT2H ", "P１D", "PT99999999H"]
)
def test_other_forms_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="duration"):
        parse_duration(text)


@pytest.mark.parametrize(("text", "days"), [("P1Y", 365), ("P6M", 180), ("P90D", 90), ("P2W", 14)])
def test_rhythms_may_count_months_and_years(text: str, days: int) -> None:
    assert parse_period(text) == timedelta(days=days)


@pytest.mark.parametrize("text", ["P0Y", "P0M", "P1Y6M", "Y", "P1Q", ""])
def test_other_rhythms_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="duration"):
        parse_period(text)
