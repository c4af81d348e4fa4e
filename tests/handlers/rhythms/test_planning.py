"""Which day is best: near what is wished, with room, and on the way to a neighbour of the same building."""

from datetime import date, timedelta

from handlers.rhythms import planning
from handlers.rhythms.planning import Days, Load, best, near, span

DAY = timedelta(days=1)
WISHED = date(2026, 11, 25)
AROUND = span(WISHED - 5 * DAY, WISHED + 9 * DAY)
HERE, ELSEWHERE = 7, 8  # buildings


def days(most: int = 4) -> Days:
    """Days on which everybody works, from long ago on."""
    return Days(lambda day: True, most, WISHED - 30 * DAY)


def loaded(far: int, home: int | None, number: int = 1) -> Load:
    """A visitor who goes to a building so many days from the wished one."""
    load = Load()
    for _ in range(number):
        load.add(WISHED + far * DAY, home)
    return load


def test_people_of_one_building_are_visited_together() -> None:
    assert best(days(), loaded(3, HERE), HERE, AROUND, [], WISHED) == WISHED + 3 * DAY
    assert best(days(), loaded(-3, HERE), HERE, AROUND, [], WISHED) == WISHED - 3 * DAY
    assert near(days(), loaded(4, HERE), HERE, WISHED, []) == WISHED + 4 * DAY


def test_another_building_draws_nobody() -> None:
    assert best(days(), loaded(3, ELSEWHERE), HERE, AROUND, [], WISHED) == WISHED
    assert best(days(), loaded(3, None), None, AROUND, [], WISHED) == WISHED
    assert best(days(), None, HERE, AROUND, [], WISHED) == WISHED


def test_together_is_worth_some_days_and_no_more() -> None:
    assert best(days(), loaded(planning.TOGETHER + 1, HERE), HERE, AROUND, [], WISHED) == WISHED


def test_a_full_day_takes_no_neighbour_and_a_light_one_is_better() -> None:
    assert best(days(2), loaded(3, HERE, 2), HERE, AROUND, [], WISHED) == WISHED
    assert best(days(9), loaded(0, ELSEWHERE, 3), HERE, AROUND, [], WISHED) == WISHED - DAY


def test_apart_from_other_visits_comes_before_together() -> None:
    others = [WISHED + (3 + planning.APART - 1) * DAY]
    assert best(days(), loaded(3, HERE), HERE, AROUND, others, WISHED) == WISHED
