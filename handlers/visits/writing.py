"""Writing: what a visitor types is kept as it stands, but never what is not written down (domain.md §6)."""

from handlers.forms import Again
from handlers.known import unwritten
from handlers.turn import Turn

MOST_WORDS = 500  # characters


def read_words(turn: Turn) -> str:
    """What was typed. Asked again, with a kind hint, as long as it holds what is not written down."""
    words = turn.incoming.text.strip()[:MOST_WORDS]
    if not words:
        raise Again("record-words-please")
    must_be_written(words)
    return words


def must_be_written(words: str) -> None:
    """Raises Again, with a word on how to say it otherwise, where these words are not written down."""
    hint = unwritten.hint(words)
    if hint is not None:
        raise Again(hint)
