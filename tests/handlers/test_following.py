"""What is put together for residents and helpers while the program runs has its words in every language."""

import pytest

from handlers import texts
from handlers.following import changing, following, withdrawing
from handlers.helping import helping
from handlers.life.lifecycle import CAME_FROM, MOVES, STATES


@pytest.mark.parametrize("language", texts.LANGUAGES)
def test_each_state_move_and_part_has_plain_words(language: str) -> None:
    wanted = {f"plainly-{state}" for state in STATES}
    wanted |= {f"happened-{move.replace(' ', '-')}" for move in following.TOLD}
    wanted |= {f"{start}-{part}" for part in changing.PARTS for start in ("mine-fix", "mine-new", "help-corrected")}
    wanted |= {f"mine-gone-{reason}" for reason in withdrawing.REASONS}
    wanted |= {f"help-why-{reason}" for reason in (*helping.REASONS, "none")}
    assert wanted <= texts.keys(language)


def test_a_history_names_every_move_of_the_table_that_concerns_the_resident() -> None:
    own_affairs = {"accept", "resume", "dispute", "archive"}
    assert set(MOVES) - own_affairs <= set(following.TOLD)
    assert CAME_FROM not in STATES
