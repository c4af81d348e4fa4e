"""What is told of a vote, and what is not."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from bot import poll_pictures
from bot.fonts import has_chinese
from bot.tasks import polling
from handlers.papers import choices, poll_results
from storage.polls import HOUSEHOLD, PERSON, Poll, Rules

AT = datetime(2026, 12, 5, 10, tzinfo=UTC)
ZONE = ZoneInfo("Asia/Shanghai")


def poll(
    *counts: int,
    secret: bool = False,
    ballots: int | None = None,
    per: str = PERSON,
    most: int = 1,
    closed: bool = True,
) -> Poll:
    names = tuple(f"选项{n}" for n in range(1, len(counts) + 1))
    return Poll(
        id=1,
        broadcast_id=2,
        rules=Rules(names, most, secret, per, AT),
        counts=counts,
        ballots=sum(counts) if ballots is None else ballots,
        step=None,
        next_at=None,
        after_id=0,
        asked_at=None,
        closed_at=AT if closed else None,
        picture=None,
    )


def keys(found: Poll) -> list[str]:
    return [line.key for line in poll_results.lines(found)]


def test_of_a_secret_vote_with_few_ballots_nothing_is_told() -> None:
    assert keys(poll(3, 1, secret=True)) == ["poll-too-few"]
    assert keys(poll(4, 1, secret=True)) == ["poll-line", "poll-line", "poll-ballots"]
    assert keys(poll(1, 0)) == ["poll-line", "poll-line", "poll-ballots"]
    assert not poll_results.ways(poll(3, 1, secret=True)) and poll_results.ways(poll(4, 1, secret=True))


def test_nobody_voted() -> None:
    assert keys(poll(0, 0)) == ["poll-nobody"] and not poll_results.ways(poll(0, 0))


def test_shares_are_of_the_ballots_not_of_the_ticks() -> None:
    assert poll_results.shares(poll(3, 2, 1, ballots=4, most=3)) == [
        ("选项1", 3, 75),
        ("选项2", 2, 50),
        ("选项3", 1, 25),
    ]


def test_households_are_counted_as_households() -> None:
    assert keys(poll(2, 1, per=HOUSEHOLD))[-1] == "poll-ballots-homes"


@pytest.mark.parametrize(("most", "key"), [(1, "poll-one-option"), (2, "poll-most-options"), (3, "poll-any-options")])
def test_how_many_one_may_choose(most: int, key: str) -> None:
    assert choices.how_many(poll(0, 0, 0, most=most)).key == key


def test_the_picture_says_what_the_table_holds() -> None:
    words = polling.words("装电梯", poll(26, 7, secret=True, per=HOUSEHOLD), "zh-CN", ZONE)
    assert [(bar.name, bar.votes, bar.share) for bar in words.bars] == [
        ("选项1", "26 票（79%）", 79),
        ("选项2", "7 票（21%）", 21),
    ]
    assert words.notes[0] == "共有 33 户投票。" and "匿名" in words.notes[1]


@pytest.mark.skipif(not has_chinese(), reason="no font holds Chinese here")
def test_the_picture_grows_with_its_words() -> None:
    from_two, from_ten = (poll_pictures.draw(polling.words("装电梯", poll(*range(n)), "zh-CN", ZONE)) for n in (2, 10))
    assert from_two.startswith(b"\x89PNG")
    heights = [int.from_bytes(each[20:24], "big") for each in (from_two, from_ten)]
    assert heights[1] - heights[0] > 8 * (poll_pictures.BAR + poll_pictures.GAP)
