"""`linli …`: the commands, nothing else."""

import argparse
import asyncio
import logging
import sys
from collections.abc import Coroutine
from pathlib import Path
from typing import Any

from bot.commands import ask, demo, evaluate, invite, keeping, load, serve, story
from bot.community import NoPack
from bot.config import ConfigurationError, Settings, read_settings
from bot.samples import SamplesInvalid
from handlers.packs import PackInvalid
from storage.errors import StorageError


def main(arguments: list[str] | None = None) -> int:
    """Runs one command; returns the exit code: 0, 1 for an unmet story, 2 for a start that was refused."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    logging.getLogger("apscheduler").setLevel(logging.WARNING)
    given = _parser().parse_args(arguments)
    try:
        if given.command == "ask":
            return ask.ask(" ".join(given.text), given.pack)
        if given.command == "eval":
            return evaluate.evaluate(Path(given.file), given.pack, as_json=given.json, wrong=given.wrong)
        return asyncio.run(_command(given, read_settings()))
    except NoPack:
        print("no pack is loaded; run: linli load PACK (or linli demo, to try it out)", file=sys.stderr)
    except PackInvalid as invalid:
        print(f"linli: the pack that is loaded does not suit this version; load it again:\n{invalid}", file=sys.stderr)
    except (ConfigurationError, StorageError, load.PackTrouble, SamplesInvalid) as error:
        print(f"linli: {error}", file=sys.stderr)
    except KeyboardInterrupt:
        return 130
    return 2


def _command(given: argparse.Namespace, settings: Settings) -> Coroutine[Any, Any, int]:
    match given.command:
        case "serve":
            return serve.serve(settings)
        case "demo":
            return demo.demo(settings)
        case "load":
            return _load(given, settings)
        case "invite":
            return invite.invite(settings, given.role, given.team, given.unit)
        case "story":
            return story.play_files([Path(name) for name in given.files])
        case "backup":
            return keeping.back_up(settings, Path(given.file))
        case "restore":
            return keeping.restore(settings, Path(given.file))
        case _:
            return keeping.rotate_key(settings)


def _load(given: argparse.Namespace, settings: Settings) -> Coroutine[Any, Any, int]:
    if given.export:
        return load.export(settings, given.pack, Path(given.export))
    if given.pack is None:
        raise load.PackTrouble("name a pack: linli load PACK")
    asked = input if sys.stdin.isatty() else None
    return load.load(settings, load.Loading(given.pack, given.yes, given.over_chat), asked)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="linli", description="Linli 邻里: a chat service for neighbourhoods")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    commands.add_parser("serve", help="run the service")
    commands.add_parser("demo", help="try it out in the browser, on this machine only")
    loading = commands.add_parser("load", help="load a community's pack, after showing what changes")
    loading.add_argument("pack", nargs="?", help="a folder; with --export, without it what is loaded is written")
    loading.add_argument("--yes", action="store_true", help="load it without being asked")
    loading.add_argument("--over-chat", action="store_true", help="the pack takes the place of answers edited in chat")
    loading.add_argument("--export", metavar="FILE", help="write questions, catalogue, phrases as XLSX; load nothing")
    inviting = commands.add_parser("invite", help="print an invitation")
    inviting.add_argument("role")
    inviting.add_argument("--team", help="a team's code in the pack")
    inviting.add_argument("--unit", help="a place's code in the pack")
    commands.add_parser("story", help="play conversations").add_argument("files", nargs="+")
    asking = commands.add_parser("ask", help="say what a text is understood as")
    asking.add_argument("text", nargs="+")
    asking.add_argument("--pack", default="demo", help="another pack than the demo's")
    measuring = commands.add_parser("eval", help="measure how well texts are understood")
    measuring.add_argument("file", help="YAML rows {text, expect: [labels], kind}")
    measuring.add_argument("--json", action="store_true", help="print JSON")
    measuring.add_argument("--wrong", action="store_true", help="name the rows that are not right")
    measuring.add_argument("--pack", default="demo", help="another pack than the demo's")
    commands.add_parser("backup", help="write a backup").add_argument("file")
    commands.add_parser("restore", help="fill an empty database from a backup").add_argument("file")
    commands.add_parser("rotate-key", help="seal everything with a new key")
    return parser


if __name__ == "__main__":
    sys.exit(main())
