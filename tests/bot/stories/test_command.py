"""`linli story FILE…`."""

from pathlib import Path

import pytest

from bot.commands.story import play_files

MET = "story: greeting\nat: 2026-11-23 09:00\n王阿姨: 你好\n王阿姨 < 您好\n"


def write(folder: Path, name: str, text: str) -> Path:
    """A story's file."""
    path = folder / name
    path.write_text(text, "utf-8")
    return path


async def test_every_met_story_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one, two = write(tmp_path, "one.story", MET), write(tmp_path, "two.story", MET.replace("greeting", "again"))
    assert await play_files([one, two]) == 0
    assert capsys.readouterr().out == "ok greeting\nok again\n"


async def test_the_first_unmet_line_ends_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one = write(tmp_path, "one.story", MET + "王阿姨 !< 您好\n")
    assert await play_files([one, write(tmp_path, "two.story", MET)]) == 1
    shown = capsys.readouterr()
    assert "ok" not in shown.out
    assert shown.err.startswith(f"{one}:5: 王阿姨 !< 您好\n  王阿姨 was told")


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (MET + "月亮\n", ":5: not a line of a story"),
        (MET.replace("at:", "pack: nowhere\nat:"), "there is no pack at nowhere"),
    ],
)
async def test_what_cannot_be_played_is_said(
    text: str, what: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert await play_files([write(tmp_path, "one.story", text)]) == 1
    assert what in capsys.readouterr().err
