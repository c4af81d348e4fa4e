"""Text → story. Strict: what is not a line of a story is named with its file and line, and nothing is played."""

import re
from datetime import datetime
from pathlib import Path

from bot.stories.acts import NotALine, read_act
from bot.stories.script import Line, Story

COMMENT = re.compile(r"\s{2,}#.*$|^\s*#.*$")
HEAD = re.compile(r"(story|pack|at):\s*(.*)")
MOMENT = re.compile(r"\d{4}-\d{2}-\d{2} \d{2}:\d{2}(:\d{2})?")
EARLIEST = datetime(2020, 1, 2)  # row ids count from 2020 (storage/ids.py), the pack is loaded the day before
USUAL_PACK = "demo"


class StoryInvalid(Exception):
    """A story that cannot be played. The message is `file:line: what is wrong`."""

    def __init__(self, path: Path, number: int, reason: str) -> None:
        super().__init__(f"{path}:{number}: {reason}")


def read_story(path: Path) -> Story:
    """Reads a story's file (UTF-8). Raises StoryInvalid."""
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "is not UTF-8 text"
        raise StoryInvalid(path, 1, f"the story cannot be read: {reason}") from error
    return parse(text, path)


def parse(text: str, path: Path) -> Story:
    """The story in a text; `path` is where it stands: files that people send are looked for beside it.

    Raises StoryInvalid.
    """
    head: dict[str, str] = {}
    lines: list[Line] = []
    for number, written in enumerate(text.split("\n"), 1):
        source = COMMENT.sub("", written).strip()
        found = HEAD.fullmatch(source)
        if found is not None and not lines:
            _note(head, found[1], found[2], path, number)
        elif source:
            lines.append(_line(source, path, number))
    if not lines:
        raise StoryInvalid(path, 1, "the story has no lines")
    if "at" not in head:
        raise StoryInvalid(path, 1, "the head of a story says when it begins, such as  at: 2026-11-23 09:00")
    at = datetime.fromisoformat(head["at"])
    return Story(path, head.get("story", path.stem), head.get("pack", USUAL_PACK), at, tuple(lines))


def _note(head: dict[str, str], name: str, value: str, path: Path, number: int) -> None:
    if name in head:
        raise StoryInvalid(path, number, f"«{name}:» stands here for the second time")
    if not value:
        raise StoryInvalid(path, number, f"«{name}:» says nothing")
    if name == "at":
        _check_moment(value, path, number)
    head[name] = value


def _check_moment(value: str, path: Path, number: int) -> None:
    try:
        if not MOMENT.fullmatch(value) or datetime.fromisoformat(value) < EARLIEST:
            raise ValueError
    except ValueError as error:
        raise StoryInvalid(path, number, "write a moment after 2020 as  at: 2026-11-23 09:00") from error


def _line(source: str, path: Path, number: int) -> Line:
    try:
        return Line(number, source, read_act(source, path.parent))
    except NotALine as error:
        raise StoryInvalid(path, number, str(error)) from error
