"""The player tells apart what was said, to whom, and since when; and prints what happened instead."""

from datetime import timedelta

import pytest

from bot.stories import StoryInvalid, Unmet
from bot.stories.transcript import contains
from handlers import errands
from handlers.offering import rings
from handlers.routing import Job
from handlers.turn import Speaker
from tests.bot.stories.conftest import Plays

ASKED = "王阿姨: 楼道灯坏了\n王阿姨 [确认]\n"


async def unmet(plays: Plays, lines: str) -> str:
    """What is printed about a story that goes another way."""
    with pytest.raises(Unmet) as caught:
        await plays(lines)
    return str(caught.value)


async def test_an_unmet_line_is_printed_with_what_was_said_instead_and_the_conversation(plays: Plays) -> None:
    printed = await unmet(plays, ASKED + "+5m\n王阿姨 < 月亮")
    first, second, *rest = printed.splitlines()
    assert first == "one.story:5: 王阿姨 < 月亮"
    assert second == "  王阿姨 was not told «月亮», but"
    assert "收到，编号 20261123-0001" in rest[0]
    conversation = rest[rest.index("The conversation so far (one):") + 1 :]
    assert conversation[0] == "  11-23 09:00  王阿姨: 楼道灯坏了"
    assert any("→ 水电队 is told: 新任务" in line for line in conversation)
    assert conversation[-1] == "  11-23 09:00  +5m"


async def test_what_was_told_although_it_should_not_is_printed(plays: Plays) -> None:
    assert "水电队 was told «新任务" in await unmet(plays, ASKED + "水电队 !< 新任务")


async def test_a_choice_that_nobody_sees_is_unmet_and_the_visible_ones_are_printed(plays: Plays) -> None:
    printed = await unmet(plays, "王阿姨: 楼道灯坏了\n王阿姨 [月亮]")
    assert "王阿姨 sees no choice «月亮», but [确认] [修改] [取消]" in printed
    assert "小李 sees no choice «我来», but none at all" in await unmet(plays, ASKED + "小李 [我来]")


async def test_a_pressed_choice_is_gone(plays: Plays) -> None:
    assert "sees no choice «确认»" in await unmet(plays, ASKED + "王阿姨 [确认]")


async def test_what_was_told_before_the_last_act_does_not_count(plays: Plays) -> None:
    assert "was not told «公共设施»" in await unmet(plays, ASKED + "王阿姨: /my\n王阿姨 < 公共设施")


async def test_each_person_has_a_last_act_of_their_own(plays: Plays) -> None:
    await plays(ASKED + "李大爷: 你好\n王阿姨 < 收到\n水电队 < 新任务")


async def test_private_words_are_not_the_group_s_and_the_other_way_round(plays: Plays) -> None:
    taken = ASKED + "小李@水电队 [我来]\n"
    assert "was not told «2单元 502»" in await unmet(plays, taken + "水电队 < 2单元 502")
    assert "was not told «小李 接了»" in await unmet(plays, taken + "小李 < 小李 接了")


async def test_each_channel_of_a_person_may_be_asked_for(plays: Plays) -> None:
    await plays("王阿姨/web: 你好\n王阿姨 < 您好\n王阿姨/web < 您好\n王阿姨/telegram !< 您好")


async def test_the_newest_choice_counts_and_in_one_message_the_exact_one(plays: Plays) -> None:
    await plays(
        """
        ?小周: /start
        ?小周 [同意]
        ?小周: 小周
        ?小周 [和顺里社区]
        ?小周 [和顺里小区]
        ?小周 [1号楼]
        ?小周: 1单元 101
        ?小周: 楼道灯坏了
        ?小周 [跳过]
        ?小周 < 和顺里小区1号楼
        """
    )


async def test_white_space_and_line_breaks_make_no_difference(plays: Plays) -> None:
    await plays(ASKED + "水电队 < 新 任务 20261123-0001 路灯楼道灯 地点")
    assert contains("一\n二 三", "一二 三") and not contains("一二三", "一三")


async def test_placeholders_stand_for_what_was_told_last(plays: Plays) -> None:
    await plays(ASKED + "陈主任: /open\n陈主任 [{number}]\n王阿姨 < 编号 {number}")
    for word in ("{code}", "{link}", "{number}"):
        assert f"nobody was told anything that {word} could stand for" in await unmet(plays, f"王阿姨: {word}")


async def test_a_request_s_number_is_no_code(plays: Plays) -> None:
    assert "{code} could stand for" in await unmet(plays, ASKED + "王阿姨: /link {code}")


async def test_names_that_mean_nobody_stop_the_story_before_it_begins(plays: Plays) -> None:
    lines = {"王阿: 你好": "王阿", "王阿 < 好": "王阿", "小李@水队: 好": "水队", "水电队: 好": "水电队"}
    for line, name in lines.items():
        with pytest.raises(StoryInvalid, match=rf"^one\.story:3: .*{name}"):
            await plays(f"王阿姨: 你好\n{line}")


async def test_what_fails_inside_the_service_is_never_passed_over(
    plays: Plays, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(rings, "lane_of", broken)
    printed = await unmet(plays, ASKED)
    assert "the service failed: a turn was parked: ZeroDivisionError" in printed


async def test_jobs_run_at_their_moments_and_a_failing_one_is_named(
    plays: Plays, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran: list[tuple[str, str]] = []

    def job(name: str, minutes: int) -> Job:
        def run(speaker: Speaker) -> bool:
            ran.append((name, speaker.now.strftime("%H:%M")))
            if len(ran) > 6:
                raise ZeroDivisionError
            return False

        return Job(name, timedelta(minutes=minutes), run)

    monkeypatch.setattr(errands, "JOBS", (job("slow", 3), job("quick", 2)))
    await plays("+5m\n+1m")
    assert ran == [
        ("quick", "01:02"),
        ("slow", "01:03"),
        ("quick", "01:04"),
        ("slow", "01:06"),
        ("quick", "01:06"),
    ]
    assert "the job «slow» failed: ZeroDivisionError()" in await unmet(plays, "+1h")


async def test_the_same_story_is_the_same_every_time(plays: Plays) -> None:
    lines = ASKED + "王阿姨: /link\n小李@水电队 [我来]\n+1d\n王阿姨 < 月亮"
    assert await unmet(plays, lines) == await unmet(plays, lines)
