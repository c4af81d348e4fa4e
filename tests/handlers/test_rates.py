"""The three rates from fixed histories: the same events give these very figures, today and in ten years."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from handlers.figures import rates
from handlers.figures.rates import FIGURES, SETTLES_AFTER, Case, Figures, Period, figures, judge, period, period_of
from storage.request_events import Event
from storage.times import to_ms

ZONE = ZoneInfo("Asia/Shanghai")
NOVEMBER = period("m", date(2026, 11, 23), ZONE)
HOUR, DAY, SECOND = timedelta(hours=1), timedelta(days=1), timedelta(seconds=1)
PLACE, OTHER_PLACE, TEAM, OTHER_TEAM = 5, 6, 7, 8


def here(month: int, day: int, hour: int = 0, minute: int = 0) -> datetime:
    """A moment of 2026 by the clock in Shanghai, as UTC."""
    return datetime(2026, month, day, hour, minute, tzinfo=ZONE).astimezone(UTC)


class History:
    """One request, event by event."""

    def __init__(self, request_id: int, at: datetime, *, deadline: datetime, respond: timedelta = HOUR) -> None:
        self.request_id, self.events = request_id, list[Event]()
        data = {"respond_by": to_ms(at + respond), "series": "mend"}
        self.add(at, "submit", to="submitted", data=data, deadline=deadline)
        self.add(at, "accept", to="accepted", deadline=deadline)

    def add(
        self,
        at: datetime,
        move: str,
        *,
        to: str = "",
        data: dict[str, Any] | None = None,
        deadline: datetime | None = None,
        team: int | None = None,
        place: int = PLACE,
    ) -> "History":
        before = self.events[-1].to_state if self.events else None
        self.events.append(
            Event(
                id=len(self.events) + 1,
                request_id=self.request_id,
                at=at,
                actor_id=None,
                move=move,
                from_state=before,
                to_state=to or before or "",
                note="",
                team_id=team,
                data=data or {},
                deadline=deadline,
                place_id=place if deadline is not None else None,
            )
        )
        return self

    def done(self, contact: datetime, finish: datetime) -> "History":
        """Contacted and finished."""
        limit = next(event.deadline for event in reversed(self.events) if event.deadline is not None)
        self.add(contact, "dispatch", to="dispatched", deadline=limit, team=TEAM)
        self.add(contact, "contact", to="contacted", team=TEAM)
        return self.add(finish, "finish", to="done", team=TEAM)

    def answer(self, at: datetime, outcome: str, stars: int | None = None) -> "History":
        """The resident says how it is."""
        move, to = ("reopen", "reopened") if outcome == "not solved" else ("confirm", "confirmed")
        self.add(at, move, to=to, data={"outcome": outcome})
        return self if stars is None else self.add(at + SECOND, "rate", data={"stars": stars})

    def case(self, within: Period = NOVEMBER) -> Case:
        found = judge(self.events, within.settles_at)
        assert found is not None
        return found


def of(within: Period, histories: Iterable[History]) -> Figures:
    """The figures of a period, made as the service makes them: judged at the cutoff, kept by the last limit."""
    judged = (judge(each.events, within.settles_at) for each in histories)
    return figures(case for case in judged if case is not None and within.begin <= case.deadline < within.end)


def plain(request_id: int, deadline: datetime, **given: Any) -> History:
    """Asked for a day before its limit, contacted after half an hour, finished after two."""
    at = deadline - DAY
    return History(request_id, at, deadline=deadline).done(at + HOUR / 2, at + 2 * HOUR)


def november() -> list[History]:
    """Twenty requests, each with something of its own."""
    middle = here(11, 15, 12)
    asked = middle - DAY
    said = asked + 3 * HOUR
    late = History(4, asked, deadline=middle).done(asked + HOUR + SECOND, said)
    return [
        plain(1, middle).answer(said, "solved", 5),
        plain(2, middle).answer(said, "solved", 3),
        plain(3, middle).answer(said, "solved", 2),
        late.answer(said, "solved", 4),
        plain(5, middle).answer(said, "solved"),  # no stars
        plain(6, middle).answer(said, "partly", 4),
        plain(7, middle).answer(said, "not needed"),
        plain(8, middle).answer(said, "not solved"),
        plain(9, middle).add(said + 3 * DAY, "close unanswered", to="unanswered"),
        plain(10, middle)
        .add(said + 3 * DAY, "close unanswered", to="unanswered")
        .add(said + 4 * DAY, "late answer", data={"late": "solved"}),
        History(11, asked, deadline=middle).add(asked + HOUR, "cancel", to="cancelled"),
        History(12, asked, deadline=middle).add(asked + HOUR, "merge", to="merged"),
        History(13, asked, deadline=middle).add(asked + HOUR, "refer", to="referred", data={"authority": "12348"}),
        History(14, asked, deadline=middle).add(asked + HOUR, "refer", to="referred", data={"authority": "gas_co"}),
        History(15, asked, deadline=middle).add(asked + HOUR / 2, "answer", to="answered"),
        History(16, asked, deadline=middle),  # nobody has done anything
        plain(17, NOVEMBER.begin).answer(said, "solved", 5),  # its limit is the first moment of the month
        plain(18, NOVEMBER.end).answer(said, "solved", 5),  # … the first of the next one
        plain(19, NOVEMBER.end - timedelta(milliseconds=1)).answer(here(11, 30, 20), "solved", 4),
        plain(20, middle).add(said, "exclude", data={"reason": "beyond-us"}),
    ]


def test_november_gives_these_figures() -> None:
    """Out of twenty: 18 belongs to December; 11, 12, 13 and 20 do not count."""
    assert of(NOVEMBER, november()) == Figures(n=15, responded=13, answered=10, solved=7, satisfied=6, left_out=4)


def test_the_shares_are_parts_and_wholes() -> None:
    assert of(NOVEMBER, november()).shares == ((13, 15), (7, 10), (6, 10), (10, 15))


def test_what_comes_after_the_figures_have_settled_changes_nothing() -> None:
    histories, after = november(), NOVEMBER.settles_at
    before = of(NOVEMBER, histories)
    for each in histories:
        each.add(
            after, "reopen", to="reopened", data={"outcome": "not solved"}, deadline=here(12, 20), place=OTHER_PLACE
        )
        each.add(after + SECOND, "exclude", data={"reason": "not-ours"})
        each.add(after + SECOND, "cancel", to="cancelled")
    assert of(NOVEMBER, histories) == before


def test_the_last_moment_before_they_settle_still_counts() -> None:
    histories, last = november(), NOVEMBER.settles_at - timedelta(milliseconds=1)
    histories[0].add(last, "exclude", data={"reason": "not-ours"})
    found = of(NOVEMBER, histories)
    assert (found.n, found.left_out) == (14, 5)


def test_figures_settle_when_all_may_have_been_said() -> None:
    """Three days until silence is closed, seven in which it can be reopened."""
    assert timedelta(days=1 + 2 + 7) <= SETTLES_AFTER
    assert NOVEMBER.settles_at == here(12, 11)


class TestPeriods:
    def test_a_day_begins_at_midnight_here(self) -> None:
        today = period("d", date(2026, 11, 23), ZONE)
        assert (today.begin, today.end) == (
            datetime(2026, 11, 22, 16, tzinfo=UTC),
            datetime(2026, 11, 23, 16, tzinfo=UTC),
        )

    def test_a_week_begins_on_monday(self) -> None:
        assert period("w", date(2026, 11, 29), ZONE).first == date(2026, 11, 23)
        assert period("w", date(2026, 11, 30), ZONE).first == date(2026, 11, 30)

    @pytest.mark.parametrize(("day", "end"), [(date(2026, 12, 31), here(12, 31) + DAY), (date(2028, 2, 29), None)])
    def test_a_month_ends_with_its_last_day(self, day: date, end: datetime | None) -> None:
        assert period("m", day, ZONE).end == (end or datetime(2028, 2, 29, 16, tzinfo=UTC))

    @pytest.mark.parametrize("kind", ["d", "w", "m"])
    def test_the_same_code_gives_the_same_period(self, kind: str) -> None:
        made = period(kind, date(2026, 11, 23), ZONE)
        assert period_of(made.code, ZONE) == made

    @pytest.mark.parametrize("code", ["", "x261123", "m261301", "m26112", "m261123", "w261122", "d2611234"])
    def test_a_broken_code_is_refused(self, code: str) -> None:
        with pytest.raises(ValueError, match=r"."):
            period_of(code, ZONE)


class TestTheLimitThatCounts:
    def test_an_extension_moves_it_to_the_next_month(self) -> None:
        extended = plain(1, here(11, 30)).add(here(11, 29), "extend", to="extended", deadline=here(12, 5))
        december = period("m", date(2026, 12, 1), ZONE)
        assert of(NOVEMBER, [extended]).n == 0
        assert of(december, [extended]).n == 1

    def test_waiting_for_the_resident_moves_it_and_going_on_brings_it_back(self) -> None:
        waited = History(1, here(11, 28), deadline=here(11, 30, 18))
        waited.add(here(11, 29), "wait", to="waiting_requester", deadline=here(12, 3, 18))
        assert of(NOVEMBER, [waited]).n == 0
        waited.add(here(11, 29, 4), "go on", to="in_progress", deadline=here(11, 30, 22))
        assert of(NOVEMBER, [waited]).n == 1

    def test_extended_too_late_it_stays_where_it_was(self) -> None:
        late = plain(1, here(11, 20)).add(NOVEMBER.settles_at, "extend", to="extended", deadline=here(12, 25))
        assert of(NOVEMBER, [late]).n == 1

    def test_a_history_without_a_limit_belongs_to_no_period(self) -> None:
        started = History(1, here(11, 20), deadline=here(11, 21))
        assert judge(started.events, here(11, 20)) is None

    def test_place_and_team_are_those_of_then(self) -> None:
        moved = plain(1, here(11, 20))
        moved.add(
            here(11, 19, 9), "dispatch", to="dispatched", deadline=here(11, 20), team=OTHER_TEAM, place=OTHER_PLACE
        )
        moved.add(NOVEMBER.settles_at, "dispatch", to="dispatched", deadline=here(11, 20), team=TEAM)
        assert (moved.case().place_id, moved.case().team_id) == (OTHER_PLACE, OTHER_TEAM)
        assert moved.case().series == "mend"


class TestTheFirstContact:
    @pytest.mark.parametrize(("after", "in_time"), [(HOUR, True), (HOUR + timedelta(milliseconds=1), False)])
    def test_the_very_moment_of_the_limit_is_within(self, after: timedelta, in_time: bool) -> None:
        at = here(11, 14)
        assert History(1, at, deadline=here(11, 15)).add(at + after, "contact").case().responded is in_time

    def test_the_first_one_counts_not_a_later_helper_s(self) -> None:
        at = here(11, 14)
        twice = History(1, at, deadline=here(11, 15)).add(at + HOUR / 2, "contact").add(at + 2 * HOUR, "contact")
        assert twice.case().responded

    def test_taking_a_task_is_no_contact(self) -> None:
        at = here(11, 14)
        assert not History(1, at, deadline=here(11, 15)).add(at + HOUR / 2, "claim", to="claimed").case().responded


class TestTheAnswer:
    def test_a_second_handling_that_nobody_answers_leaves_the_no(self) -> None:
        again = plain(1, here(11, 20)).answer(here(11, 19, 12), "not solved")
        again.add(here(11, 19, 15), "finish", to="done").add(here(11, 22), "close unanswered", to="unanswered")
        assert (again.case().outcome, again.case().solved) == ("not solved", False)

    def test_a_second_handling_that_solves_it_counts(self) -> None:
        again = plain(1, here(11, 20)).answer(here(11, 19, 12), "not solved").add(here(11, 19, 15), "finish", to="done")
        assert again.answer(here(11, 19, 16), "solved", 4).case().satisfied

    def test_reopened_after_five_stars_it_is_no_longer_satisfied(self) -> None:
        opened = plain(1, here(11, 20)).answer(here(11, 19, 12), "solved", 5).answer(here(11, 21), "not solved")
        assert (opened.case().solved, opened.case().satisfied) == (False, False)

    def test_stars_given_twice_count_as_given_last(self) -> None:
        twice = (
            plain(1, here(11, 20))
            .answer(here(11, 19, 12), "solved", 1)
            .add(here(11, 19, 13), "rate", data={"stars": 5})
        )
        assert twice.case().stars == 5

    def test_silence_is_never_satisfied(self) -> None:
        silent = plain(1, here(11, 20)).add(here(11, 23), "close unanswered", to="unanswered")
        silent.add(here(11, 24), "late answer", data={"late": "solved"}).add(here(11, 24), "rate", data={"stars": 5})
        assert (silent.case().outcome, silent.case().satisfied) == (None, False)


def test_left_out_and_taken_in_again_it_counts() -> None:
    reviewed = plain(1, here(11, 20)).add(here(11, 21), "exclude", data={"reason": "not-ours"})
    assert reviewed.case().left_out == "excluded"
    assert reviewed.add(here(11, 22), "include").case().counts


def test_every_figure_opens_to_the_requests_that_it_counts() -> None:
    cases = [each.case() for each in november() if NOVEMBER.begin <= each.case().deadline < NOVEMBER.end]
    opened = {name: [case.request_id for case in cases if chosen(case)] for name, chosen in FIGURES.items()}
    assert opened == {
        "all": [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 14, 15, 16, 17, 19],
        "late": [4, 16],
        "unanswered": [9, 10, 14, 15, 16],
        "solved": [1, 2, 3, 4, 5, 17, 19],
        "unsolved": [6, 7, 8],
        "satisfied": [1, 2, 4, 6, 17, 19],
        "unsatisfied": [3, 5, 7, 8],
        "out": [11, 12, 13, 20],
    }
    total = of(NOVEMBER, november())
    assert (len(opened["all"]), len(opened["solved"]), len(opened["satisfied"])) == (
        total.n,
        total.solved,
        total.satisfied,
    )


def test_nothing_gives_no_shares() -> None:
    assert figures([]).shares == ((0, 0), (0, 0), (0, 0), (0, 0))
    assert rates.KINDS == ("d", "w", "m")
