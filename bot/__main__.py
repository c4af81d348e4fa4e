"""`linli …`: the commands, nothing else."""

import argparse
import asyncio
import logging
import sys
from collections.abc import Coroutine
from pathlib import Path
from typing import Any

from bot.commands import ask, demo, invite, keeping, load, serve, story
from bot.community import NoPack
from bot.config import ConfigurationError, Settings, read_settings
from storage.errors import StorageError


def main(arguments: list[str] | None = None) -> int:
    """Runs one command; returns the exit code: 0, 1 for an unmet story, 2 for a start that was refused."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    logging.getLogger("apscheduler").setLevel(logging.WARNING)
    given = _parser().parse_args(arguments)
    try:
        if given.command == "ask":
            return ask.ask(" ".join(given.text))
        return asyncio.run(_command(given, read_settings()))
    except NoPack:
        print("no pack is loaded; run: linli load PACK (or linli demo, to try it out)", file=sys.stderr)
    except (ConfigurationError, StorageError, load.PackTrouble) as error:
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
            return load.load(settings, given.pack)
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


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="linli", description="Linli 邻里: a chat service for neighbourhoods")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    commands.add_parser("serve", help="run the service")
    commands.add_parser("demo", help="try it out in the browser, on this machine only")
    commands.add_parser("load", help="load a community's pack").add_argument("pack")
    inviting = commands.add_parser("invite", help="print an invitation")
    inviting.add_argument("role")
    inviting.add_argument("--team", help="a team's code in the pack")
    inviting.add_argument("--unit", help="a place's code in the pack")
    commands.add_parser("story", help="play conversations").add_argument("files", nargs="+")
    commands.add_parser("ask", help="say what a text is understood as").add_argument("text", nargs="+")
    commands.add_parser("backup", help="write a backup").add_argument("file")
    commands.add_parser("restore", help="fill an empty database from a backup").add_argument("file")
    commands.add_parser("rotate-key", help="seal everything with a new key")
    return parser


if __name__ == "__main__":
    sys.exit(main())
