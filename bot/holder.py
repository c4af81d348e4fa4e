"""Holder: the name under which a process holds leases and messages. It tells whether that process is still there.

A process that was killed cannot let go of its leases. Where its successor can see that it is gone, nobody has to wait
until they expire. Linux alone tells; elsewhere, and from another machine or container, the wait remains.
"""

import os
import secrets
from pathlib import Path

PROC = Path("/proc")


def holder_name() -> str:
    """A name for this process: its machine and process space, its number, when it started, and something random."""
    number = os.getpid()
    return "/".join((_space(), str(number), _started(number) or "", secrets.token_hex(8)))


def is_gone(holder: str) -> bool:
    """Whether the process of that name certainly runs no more. False where that cannot be seen from here."""
    space, _, rest = holder.partition("/")
    number, _, rest = rest.partition("/")
    started = rest.partition("/")[0]
    if not space or space != _space() or not number.isdigit() or not started:
        return False
    return _started(int(number)) != started


def _space() -> str:
    """Machine (since its start) and process namespace; empty where there is no such thing."""
    try:
        boot = (PROC / "sys/kernel/random/boot_id").read_text().strip()
        return f"{boot}.{(PROC / 'self/ns/pid').stat().st_ino}"
    except OSError:
        return ""


def _started(number: int) -> str | None:
    """When a process started, in clock ticks since the machine did; None where there is no such process, or it has
    ended and nobody has asked how."""
    try:
        fields = (PROC / str(number) / "stat").read_text().rpartition(")")[2].split()
    except OSError:
        return None
    return None if fields[0] in ("Z", "X") else fields[19]
