"""Flood control by itself: generous to people, cheap against floods."""

from bot.flood import REMEMBERED, FloodControl, Verdict


def judged(flood: FloodControl, number: int, at: float = 0.0, said_at: float = 0.0) -> list[Verdict]:
    return [flood.judge("a", at, said_at) for _ in range(number)]


def test_a_burst_then_one_warning_then_silence() -> None:
    verdicts = judged(FloodControl(), 100)
    assert verdicts == [Verdict.HANDLE] * 30 + [Verdict.WARN] + [Verdict.DROP] * 69


def test_two_a_second_for_ever() -> None:
    flood = FloodControl()
    assert all(flood.judge("a", second / 2) is Verdict.HANDLE for second in range(5000))


def test_another_flood_later_is_warned_again() -> None:
    flood = FloodControl()
    judged(flood, 50)
    assert judged(flood, 40, at=60.0).count(Verdict.WARN) == 1


def test_the_moment_of_saying_counts() -> None:
    flood = FloodControl()
    assert all(flood.judge("a", 5.0, said_at) is Verdict.HANDLE for said_at in range(0, 3600, 10))
    assert judged(flood, 40, 5.0, 3600.0).count(Verdict.HANDLE) <= 30


def test_a_clock_that_runs_back_gives_nothing() -> None:
    flood = FloodControl()
    judged(flood, 30, at=100.0, said_at=100.0)
    again = [flood.judge("a", 100.0, said_at) for said_at in (0.0, 100.0) * 20]
    assert Verdict.HANDLE not in again


def test_what_could_not_be_stored_cost_nothing() -> None:
    flood = FloodControl()
    for _ in range(100):
        verdict = flood.judge("a", 0.0)
        assert verdict is Verdict.HANDLE
        flood.give_back("a", verdict)
    judged(flood, 30)
    for _ in range(3):
        assert flood.judge("a", 0.0) is Verdict.WARN
        flood.give_back("a", Verdict.WARN)
    flood.give_back("nobody", Verdict.HANDLE)


def test_senders_do_not_disturb_each_other_and_are_not_kept_for_ever() -> None:
    flood = FloodControl()
    judged(flood, 50)
    for number in range(REMEMBERED):
        assert flood.judge(number, 0.0) is Verdict.HANDLE
    assert flood.judge("a", 0.0) is Verdict.HANDLE, "who was silent longest is forgotten, which is generous"
