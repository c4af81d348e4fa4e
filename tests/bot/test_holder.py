"""A process's name tells whether the process is still there."""

import subprocess
import sys

import pytest

from bot.holder import holder_name, is_gone

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="no other system tells")
SHOW = "from bot.holder import holder_name; print(holder_name(), flush=True); input()"


def test_this_process_is_there() -> None:
    assert not is_gone(holder_name())
    assert holder_name() != holder_name()


@LINUX
def test_a_killed_process_is_gone() -> None:
    other = subprocess.Popen([sys.executable, "-c", SHOW], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert other.stdout is not None
    with other:
        name = other.stdout.readline().strip()
        assert not is_gone(name)
        other.kill()
        other.wait()
        assert is_gone(name)


@LINUX
def test_another_process_with_the_same_number_is_not_the_one() -> None:
    space, number, started, rest = holder_name().split("/")
    assert is_gone("/".join((space, number, str(int(started) + 1), rest)))


@pytest.mark.parametrize("name", ["", "a", "0123456789abcdef", "/1/2/3", "elsewhere.4026531836/999999/1/ab"])
def test_of_a_process_elsewhere_nothing_is_known(name: str) -> None:
    assert not is_gone(name)
