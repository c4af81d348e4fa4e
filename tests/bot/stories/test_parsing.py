"""What is a line of a story, and how everything else is named with its file and line."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.stories import StoryInvalid, parse, read_story
from bot.stories.script import Act, Expects, File, Passes, Presses, Says, Who
from handlers.incoming import Position

HEAD = "story: a test\npack: demo\nat: 2026-11-23 09:00\n\n"
HERE = Path("somewhere/one.story")


def act(line: str, path: Path = HERE) -> Act:
    """What one line means."""
    (only,) = parse(f"{HEAD}{line}\n", path).lines
    return only.act


def test_the_head_says_what_is_played_on_which_pack_and_when() -> None:
    story = parse(f"{HEAD}王阿姨: 你好\n", HERE)
    assert (story.title, story.pack, story.at) == ("a test", "demo", datetime(2026, 11, 23, 9, 0))
    assert [(line.number, line.source) for line in story.lines] == [(5, "王阿姨: 你好")]


def test_title_and_pack_may_be_left_out() -> None:
    story = parse("at: 2026-11-23 09:00:30\n王阿姨: 你好", HERE)
    assert (story.title, story.pack, story.at.second) == ("one", "demo", 30)


@pytest.mark.parametrize(
    ("line", "meaning"),
    [
        ("王阿姨: 楼道灯坏了，3:00 来 < 好吗 [急]", Says(Who("王阿姨"), "楼道灯坏了，3:00 来 < 好吗 [急]")),
        ("王阿姨: 两个  # 注", Says(Who("王阿姨"), "两个")),
        ("王阿姨: 第 #3 栋", Says(Who("王阿姨"), "第 #3 栋")),
        ("Auntie Wang: hello", Says(Who("Auntie Wang"), "hello")),
        ("?新邻居: 你好", Says(Who("?新邻居"), "你好")),
        ("王阿姨/web: 在吗", Says(Who("王阿姨", channel="web"), "在吗")),
        ("小李@水电队: 我去", Says(Who("小李", group="水电队"), "我去")),
        ("小李@?新群: /start inv_x", Says(Who("小李", group="?新群"), "/start inv_x")),
        ("小李@?值班群>居民 1: 我去", Says(Who("小李", group="?值班群", topic="居民 1"), "我去")),
        ("?值班群>居民 1 < 在等", Expects(Who("?值班群", topic="居民 1"), "在等", told=True)),
        ("小李@水电队 [我来]", Presses(Who("小李", group="水电队"), "我来")),
        ("王阿姨 [ 确认 ]", Presses(Who("王阿姨"), "确认")),
        ("王阿姨 < 地点：3号楼", Expects(Who("王阿姨"), "地点：3号楼", told=True)),
        ("小李 !< 逾期", Expects(Who("小李"), "逾期", told=False)),
        ("王阿姨/web < 好", Expects(Who("王阿姨", channel="web"), "好", told=True)),
        ("+30m", Passes(timedelta(minutes=30))),
        ("+1d2h", Passes(timedelta(days=1, hours=2))),
        ("+90s", Passes(timedelta(seconds=90))),
        ("王阿姨 +edit 是二楼", Says(Who("王阿姨"), "是二楼", edited=True)),
        ("王阿姨 +reply [几点 来] 三点", Says(Who("王阿姨"), "三点", answers="几点 来")),
        ("王阿姨 +contact +86 130 0000 0001", Says(Who("王阿姨"), contact="+86 130 0000 0001")),
        (
            "王阿姨 +place 30.6342, 114.3901 花坛边",
            Says(Who("王阿姨"), "花坛边", position=Position(30.6342, 114.3901)),
        ),
    ],
)
def test_a_line(line: str, meaning: Act) -> None:
    assert act(line) == meaning


def test_files_are_looked_for_beside_the_story(tmp_path: Path) -> None:
    for name in ("a.png", "b.png"):
        (tmp_path / name).write_bytes(b"x")
    path = tmp_path / "one.story"
    photos = (File("photo", tmp_path / "a.png"), File("photo", tmp_path / "b.png"))
    assert act("王阿姨 +photo a.png,b.png 楼道 灯", path) == Says(Who("王阿姨"), "楼道 灯", files=photos)
    with pytest.raises(StoryInvalid, match=r"one\.story:5: there is no file .*c\.ogg"):
        act("王阿姨 +voice c.ogg", path)


def test_comments_and_empty_lines_are_left_out() -> None:
    story = parse(f"# first\n{HEAD}  # a line\n\n王阿姨: 你好  # 注\n", HERE)
    assert [line.number for line in story.lines] == [8]


@pytest.mark.parametrize(
    "line",
    [
        "王阿姨",
        "王阿姨：你好",
        "王阿姨:",
        "王阿姨 <",
        "王阿姨 [确认",
        "王阿姨 []",
        ": 你好",
        "+30",
        "+30 minutes",
        "王阿姨 +30m",
        "王阿姨 +dance",
        "王阿姨 +place here",
        "王阿姨 +place 91,0",
        "王阿姨 +contact nobody",
        "王阿姨 +edit",
        "王阿姨 +reply 三点",
        "王阿姨 +reply [几点来]",
        "王阿姨 +photo",
        "王阿姨/wechat: 在吗",
        "小李/web@水电队: 我去",
        "小李@水电队 < 好",
        "小李@: 好",
        "a@b@c: 好",
    ],
)
def test_what_is_no_line_is_named_with_file_and_line(line: str) -> None:
    with pytest.raises(StoryInvalid, match=r"^somewhere/one\.story:5: \S"):
        act(line)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("story: x\npack: demo\n王阿姨: 你好", 1),
        ("at: tomorrow\n王阿姨: 你好", 1),
        ("at: 2026-13-01 09:00\n王阿姨: 你好", 1),
        ("at: 1999-01-01 09:00\n王阿姨: 你好", 1),
        ("at: 2026-11-23 09:00\nstory: a\nstory: b\n王阿姨: 你好", 3),
        ("at: 2026-11-23 09:00\npack:\n王阿姨: 你好", 2),
        ("at: 2026-11-23 09:00", 1),
        ("", 1),
    ],
)
def test_a_faulty_head_is_named(text: str, number: int) -> None:
    with pytest.raises(StoryInvalid, match=rf"^somewhere/one\.story:{number}: "):
        parse(text, HERE)


def test_a_file_that_is_missing_or_no_text_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoryInvalid, match=r"none\.story:1: the story cannot be read"):
        read_story(tmp_path / "none.story")
    (tmp_path / "bytes.story").write_bytes(b"\xff\xfe\xff")
    with pytest.raises(StoryInvalid, match=r"bytes\.story:1: .*UTF-8"):
        read_story(tmp_path / "bytes.story")


def test_windows_line_ends_and_a_byte_order_mark_do_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "one.story"
    path.write_bytes(f"\ufeff{HEAD}王阿姨: 你好\n".replace("\n", "\r\n").encode())
    assert read_story(path).lines[0].act == Says(Who("王阿姨"), "你好")
