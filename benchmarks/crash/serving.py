"""The process that is killed: `linli serve` with a database, a key and media of its own."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.crash.town import TOKEN

QUIET_NEVER_AT = 9  # o'clock: far from the quiet hours, which hold cards back
ENDS_WITHIN = 30  # seconds


@dataclass
class Serving:
    """Starts, kills and ends the service. `webhook`: is called by Telegram, instead of asking. `more`: further settings
    of its environment."""

    folder: Path
    api: str
    webhook: bool
    port: int = field(default_factory=lambda: _free_port())
    more: Mapping[str, str] = field(default_factory=dict)
    _process: "subprocess.Popen[bytes] | None" = None

    @property
    def database(self) -> str:
        """Its address."""
        return f"sqlite:///{self.folder / 'linli.db'}"

    @property
    def key_file(self) -> Path:
        """Where its keys are."""
        return self.folder / "linli.keys"

    def start(self) -> None:
        """Starts it; returns at once. Its log goes on in `serve.log`."""
        with (self.folder / "serve.log").open("ab") as log:
            command = [sys.executable, "-m", "bot", "serve"]
            self._process = subprocess.Popen(command, env=self._environment(), stdout=log, stderr=log)

    def kill(self) -> None:
        """SIGKILL, in the middle of whatever it does. Raises RuntimeError where it had ended by itself."""
        process = self._running()
        process.kill()
        process.wait()

    def end(self) -> None:
        """SIGTERM; returns when it has finished what ran. Raises RuntimeError where it did not end in peace."""
        process = self._running()
        process.send_signal(signal.SIGTERM)
        if process.wait(ENDS_WITHIN) != 0:
            raise RuntimeError(f"serve ended with {process.returncode}; see {self.folder / 'serve.log'}")

    def abandon(self) -> None:
        """Makes sure that nothing runs on, whatever happened."""
        if self._process is not None and self._process.poll() is None:
            self._process.kill()
            self._process.wait()

    def _running(self) -> "subprocess.Popen[bytes]":
        if self._process is None or self._process.poll() is not None:
            raise RuntimeError(f"serve is not running; see {self.folder / 'serve.log'}")
        return self._process

    def _environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("LINLI_")}
        usual = {
            "LINLI_DATABASE": self.database,
            "LINLI_KEY_FILE": str(self.key_file),
            "LINLI_MEDIA": str(self.folder / "media"),
            "LINLI_TELEGRAM_TOKEN": TOKEN,
            "LINLI_TELEGRAM_API": self.api,
            "LINLI_TELEGRAM_WEBHOOK": f"http://127.0.0.1:{self.port}" if self.webhook else "",
            "LINLI_PORT": str(self.port),
            "LINLI_TIMEZONE": morning_zone(datetime.now(UTC)),
        }
        return kept | usual | dict(self.more)


def morning_zone(now: datetime) -> str:
    """A zone in which it is morning now (the signs of these names are the other way round)."""
    east = (QUIET_NEVER_AT - now.hour + 12) % 24 - 12
    return f"Etc/GMT{-east:+d}" if east else "Etc/GMT"


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
