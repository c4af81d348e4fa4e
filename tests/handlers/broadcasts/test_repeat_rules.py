"""Rules by which a broadcast repeats: out of words, into words, and on which moments they fall."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from handlers import texts
from handlers.broadcasts.composing import repeat_rules

SHANGHAI, BERLIN = ZoneInfo("Asia/Shanghai"), ZoneInfo("Europe/Berlin")
HERE = datetime(2026, 11, 24, 10, tzinfo=SHANGHAI)  # a Tuesday

SAID = {
    "每天9点": ("每天 09:00", "2026-11-25 09:00"),
    "每周一 9点": ("每周一 09:00", "2026-11-30 09:00"),
    "每周一三五8点半": ("每周一、周三、周五 08:30", "2026-11-25 08:30"),
    "每周一、三、五 8点半": ("每周一、周三、周五 08:30", "2026-11-25 08:30"),
    "每两周周三下午3点": ("每两周的周三 15:00", "2026-11-25 15:00"),
    "隔周周二 14:30": ("每两周的周二 14:30", "2026-11-24 14:30"),
    "每个星期天晚上7点": ("每周日 19:00", "2026-11-29 19:00"),
    "每周末上午": ("每周六、周日 08:00", "2026-11-28 08:00"),
    "每周9点": ("每周二 09:00", "2026-12-01 09:00"),
    "工作日 8点": ("周一到周五 08:00", "2026-11-25 08:00"),
    "周一到周五早上8点": ("周一到周五 08:00", "2026-11-25 08:00"),
    "每月1号": ("每月 1 号 09:00", "2026-12-01 09:00"),
    "每月15日下午2点半": ("每月 15 号 14:30", "2026-12-15 14:30"),
    "每月最后一天 上午10点": ("每月最后一天 10:00", "2026-11-30 10:00"),
    "每月31号": ("每月 31 号 09:00", "2026-11-30 09:00"),
    "every Monday at 9": ("每周一 09:00", "2026-11-30 09:00"),
    "every mon, wed and fri at 8:30": ("每周一、周三、周五 08:30", "2026-11-25 08:30"),
    "every other tuesday 3pm": ("每两周的周二 15:00", "2026-11-24 15:00"),
    "every day at 8": ("每天 08:00", "2026-11-25 08:00"),
    "monthly on the 1st at 10": ("每月 1 号 10:00", "2026-12-01 10:00"),
    "weekdays 8:30": ("周一到周五 08:30", "2026-11-25 08:30"),
}


@pytest.mark.parametrize("words", SAID)
def test_words_become_a_rule_and_it_falls_where_it_should(words: str) -> None:
    rule = repeat_rules.read(words, HERE)
    assert rule is not None
    first = repeat_rules.following(rule, HERE, HERE, SHANGHAI)
    assert first is not None
    said = texts.render(repeat_rules.said(rule), "zh-CN", SHANGHAI)
    assert (said, f"{first.astimezone(SHANGHAI):%Y-%m-%d %H:%M}") == SAID[words]


@pytest.mark.parametrize("words", ["明天下午3点", "周一 9点", "12月3号", "随便", "", "这个月底", "a week"])
def test_other_words_are_no_rule(words: str) -> None:
    assert repeat_rules.read(words, HERE) is None


def test_every_other_week_counts_from_the_round_before() -> None:
    rule = repeat_rules.read("每两周周三9点", HERE)
    assert rule is not None
    rounds = [HERE.astimezone(UTC)]
    for _ in range(3):
        found = repeat_rules.following(rule, rounds[-1], rounds[-1], SHANGHAI)
        assert found is not None
        rounds.append(found)
    assert [each.astimezone(SHANGHAI).day for each in rounds[1:]] == [25, 9, 23]


def test_a_month_without_the_day_has_its_last_one() -> None:
    rule = repeat_rules.read("每月31号", HERE)
    assert rule is not None
    moment, found = datetime(2027, 1, 1, tzinfo=UTC), []
    for _ in range(4):
        following = repeat_rules.following(rule, moment, moment, SHANGHAI)
        assert following is not None
        found.append((following.month, following.day))
        moment = following
    assert found == [(1, 31), (2, 28), (3, 31), (4, 30)]


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        # The night in which three o'clock is two o'clock again: the first half past two, and no second one.
        (datetime(2026, 10, 24, tzinfo=UTC), ["24 02:30 +0200", "25 02:30 +0200", "26 02:30 +0100"]),
        # The night in which two o'clock is three o'clock: an hour later, and the next night as usual.
        (datetime(2027, 3, 27, tzinfo=UTC), ["27 02:30 +0100", "28 03:30 +0200", "29 02:30 +0200"]),
    ],
)
def test_a_change_of_the_clock_neither_doubles_nor_drops_a_round(start: datetime, expected: list[str]) -> None:
    rule, moment, found = "FREQ=DAILY;BYHOUR=2;BYMINUTE=30", start, []
    for _ in range(3):
        following = repeat_rules.following(rule, moment, moment, BERLIN)
        assert following is not None
        found.append(f"{following.astimezone(BERLIN):%d %H:%M %z}")
        moment = following
    assert found == expected


def test_a_rule_ends_with_its_last_day() -> None:
    rule = repeat_rules.until("FREQ=DAILY;BYHOUR=9;BYMINUTE=0", datetime(2026, 11, 25).date())
    first = repeat_rules.following(rule, HERE, HERE, SHANGHAI)
    assert first is not None and first.astimezone(SHANGHAI).day == 25
    assert repeat_rules.following(rule, first, first, SHANGHAI) is None
    assert "2026年11月25日" in texts.render(repeat_rules.said(rule), "zh-CN", SHANGHAI)
