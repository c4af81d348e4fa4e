"""Reach: an outage burns nobody's attempts, one probe at a time, and one bad message holds up nobody."""

from bot.reach import Reach


def test_an_outage_blames_nobody_and_probes_ever_more_rarely() -> None:
    reach, now, pauses = Reach(1.0, 30.0), 0.0, []
    for number in range(8):
        assert not reach.failed(number % 3, reach.passed, now)
        pauses.append(reach.until - now)
        now = reach.until
    assert pauses == [1, 2, 4, 8, 16, 30, 30, 30]
    reach.got_through(0)
    assert not reach.away and reach.until < now


def test_a_crowd_that_fails_at_once_makes_one_pause() -> None:
    reach = Reach(1.0, 30.0)
    for number in range(20):
        assert not reach.failed(number, 0, 0.01 * number)
    assert reach.until == 1.0


def test_who_fails_while_others_get_through_is_to_blame() -> None:
    reach = Reach()
    before = reach.passed
    reach.got_through(1)
    assert reach.failed(2, before, 0.0)
    assert not reach.away, "the other side is there"


def test_who_fails_alone_first_is_to_blame_once_another_has_got_through() -> None:
    reach = Reach()
    assert not reach.failed(2, reach.passed, 0.0)
    assert reach.away and reach.tried(2) and not reach.tried(1)
    reach.got_through(1)
    assert not reach.tried(2)
    assert reach.failed(2, reach.passed, 5.0)


def test_what_got_through_starts_anew() -> None:
    reach = Reach()
    reach.failed(2, reach.passed, 0.0)
    reach.got_through(2)
    assert not reach.failed(2, reach.passed, 5.0)
