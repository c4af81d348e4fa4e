"""The commands, called as the command line calls them; wrong settings stop them with one line."""

import asyncio
import json
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.config import ConfigurationError, Settings, read_settings
from bot.keys import open_keyring
from storage.database import Database, open_database
from storage.transaction import Transaction, Work

WRONG = {
    "LINLI_DATABASE": "mysql://x",
    "LINLI_TELEGRAM_TOKEN": "nonsense",
    "LINLI_TELEGRAM_API": "ftp://x",
    "LINLI_TELEGRAM_WEBHOOK": "example.org",
    "LINLI_TELEGRAM_SECRET": "with space",
    "LINLI_TELEGRAM_SENSITIVE": "maybe",
    "LINLI_HOST": "not.a.host.invalid",
    "LINLI_PORT": "99999",
    "LINLI_TIMEZONE": "Mars/Olympus",
    "LINLI_PUBLIC_URL": "nowhere",
    "LINLI_KEYS": "{}",
    "LINLI_SEND_WINDOW": "0",
    "LINLI_TELEGRAM_PAID": "perhaps",
    "LINLI_TELEGRAM_RATE": "fast",
    "LINLI_TELEGRAM_CHAT_RATE": "0",
    "LINLI_TELEGRAM_GROUP_RATE": "-1",
    "LINLI_MODEL_URL": "nowhere",
    "LINLI_KEY_FILE": "/",
}
LOCAL = ("LINLI_HOST", "LINLI_KEYS", "LINLI_KEY_FILE")  # their line names the trouble, not the variable
TOKEN = "424242:" + "a" * 35


@pytest.fixture(autouse=True)
def alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder of its own, and no settings but these."""
    monkeypatch.chdir(tmp_path)
    for name in (*WRONG, "LINLI_MEDIA", "LINLI_TELEGRAM_SENSITIVE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LINLI_PORT", "0")


def changed(work: Work[object]) -> None:
    """Changes the database that the settings name."""

    async def change() -> None:
        given = read_settings()
        database: Database = await open_database(given.database, open_keyring(given))
        await database.turn(work)
        await database.close()

    asyncio.run(change())


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """Runs a command that is refused; returns the one line it says."""
    capsys.readouterr()
    assert main(list(arguments)) == 2, arguments
    out, err = capsys.readouterr()
    assert out == "" and len(err.splitlines()) == 1, err
    return err


def test_each_wrong_setting_stops_the_start_with_one_line(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["load", "demo"]) == 0
    for name, value in WRONG.items():
        with monkeypatch.context() as patch:
            patch.setenv(name, value)
            line = refused(capsys, "serve")
        assert line.startswith("linli: ") and (name in line or name in LOCAL), (name, line)
        assert value not in line or name not in ("LINLI_TELEGRAM_TOKEN", "LINLI_TELEGRAM_SECRET")


def test_an_empty_variable_is_the_same_as_none_and_odd_digits_are_refused() -> None:
    assert read_settings(dict.fromkeys(("LINLI_HOST", "LINLI_TELEGRAM_API", "LINLI_KEY_FILE"), "")) == Settings()
    for name, value in (("LINLI_PORT", "²"), ("LINLI_TELEGRAM_WEBHOOK", "http://linli.example.org")):
        with pytest.raises(ConfigurationError, match=name):
            read_settings({name: value})


def test_a_model_needs_its_name() -> None:
    url = "http://127.0.0.1:11434/v1/"
    with pytest.raises(ConfigurationError, match="LINLI_MODEL_NAME"):
        read_settings({"LINLI_MODEL_URL": url})
    given = read_settings({"LINLI_MODEL_URL": url, "LINLI_MODEL_NAME": "m"})
    assert (given.model_url, given.model_name, given.model_key) == ("http://127.0.0.1:11434/v1", "m", "")


def test_settings_have_defaults_that_serve_this_machine_alone() -> None:
    assert read_settings({}) == Settings()
    assert Settings().local and not read_settings({"LINLI_HOST": "0.0.0.0"}).local


def test_the_demo_refuses_what_is_not_a_demo(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in (("LINLI_TELEGRAM_TOKEN", TOKEN), ("LINLI_HOST", "0.0.0.0")):
        with monkeypatch.context() as patch:
            patch.setenv(name, value)
            line = refused(capsys, "demo")
        assert name in line and TOKEN not in line
    monkeypatch.setenv("LINLI_DATABASE", "sqlite:///var/real.db")
    assert main(["load", "demo"]) == 0

    def real(tx: Transaction) -> int:
        return tx.run("UPDATE settings SET value = '0' WHERE name = 'demo'")

    changed(real)
    assert "real community" in refused(capsys, "demo")


def test_from_nothing_to_the_first_coordinator(capsys: pytest.CaptureFixture[str]) -> None:
    assert "unit" in refused(capsys, "invite", "coordinator", "--unit", "heshunli"), "no pack, no unit"
    assert "nowhere" in refused(capsys, "load", "nowhere")
    assert main(["load", "demo"]) == 0
    assert "places" in capsys.readouterr().out
    assert main(["invite", "coordinator", "--unit", "heshunli"]) == 0
    assert "/i/" in capsys.readouterr().out
    wrong = (("king",), ("volunteer",), ("volunteer", "--team", "nobody"), ("desk",), ("desk", "--unit", "nowhere"))
    for arguments in wrong:
        refused(capsys, "invite", *arguments)


def test_ask_says_what_a_text_is_understood_as(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "着火了"]) == 0
    assert "119" in capsys.readouterr().out
    assert main(["ask", "楼道灯", "坏了"]) == 0
    assert "pub.light" in capsys.readouterr().out


def test_eval_measures_a_file_and_refuses_a_bad_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "texts.yaml"
    rows = ["{text: 着火了, expect: [emergency]}", "{text: 楼道灯坏了, expect: ['request:pub.light', 'faq:nowhere']}"]
    file.write_text("".join(f"- {row}\n" for row in rows), "utf-8")
    assert main(["eval", str(file), "--json"]) == 0
    found = capsys.readouterr()
    figures = json.loads(found.out)
    assert figures.pop("ms_p99") > 0
    assert figures == {
        "kinds": {"request": {"n": 1, "top1": 1.0, "top3": 1.0}},
        "emergency": {"n": 1, "caught": 1.0, "others": 1, "false_alarms": 0.0, "asked": 0.0},
        "none": {"n": 0, "respected": None},
    }
    assert f"{file}:2: the pack knows no faq:nowhere" in found.err
    assert main(["eval", str(file), "--wrong"]) == 0
    assert "100.0% (1 of 1)" in capsys.readouterr().out
    file.write_text("- {text: 灯}\n", "utf-8")
    assert f"{file}:1: expect is missing" in refused(capsys, "eval", str(file))


def test_a_pack_with_faults_is_not_half_loaded(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "pack.yaml").write_text("version: 1\ncode: [")
    capsys.readouterr()
    assert main(["load", "mine"]) == 2
    err = capsys.readouterr().err
    assert "pack.yaml" in err and "Traceback" not in err


def test_a_workbook_is_written_and_a_pack_must_be_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "name a pack" in refused(capsys, "load")
    assert "no pack is loaded" in refused(capsys, "load", "--export", "mine.xlsx")
    assert main(["load", "demo", "--export", "mine.xlsx"]) == 0
    assert "80 faq" in capsys.readouterr().out
    assert (tmp_path / "mine.xlsx").stat().st_size > 0
    assert "cannot be written" in refused(capsys, "load", "demo", "--export", "nowhere/mine.xlsx")


def test_a_pack_that_does_not_suit_the_program_stops_the_start_and_can_be_loaded_again(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["load", "demo"]) == 0

    def older(tx: Transaction) -> int:
        return tx.run(
            "UPDATE pack_files SET body = REPLACE(body, '每天 8:30-20:00', '随叫随到') WHERE name = 'pack.yaml'"
        )

    changed(older)
    capsys.readouterr()
    assert main(["serve"]) == 2
    err = capsys.readouterr().err
    assert "load it again" in err and "pack.yaml:13: hours" in err and "Traceback" not in err
    assert main(["load", "demo"]) == 2
    assert main(["load", "demo", "--yes"]) == 0
    assert "cannot be read by this version" in capsys.readouterr().out
