"""Options: what a poll offers, as somebody types it: one a line, or with marks between them, numbered or not."""

import re

FEWEST, MOST = 2, 10
MOST_CHARACTERS = 30  # a button's label that stays readable on a phone
_NUMBER = re.compile(
    r"^\s*(?:[(（]\s*(?:[0-9]{1,2}|[a-zA-Z]|[一二三四五六七八九十])\s*[)）]"
    r"|(?:[0-9]{1,2}(?![0-9])|[a-zA-Z]|[一二三四五六七八九十])\s*[.．、:：)）](?![0-9])|[①-⑩]|[-*•·])\s*"
)
_BETWEEN = re.compile(r"[;；、/|]|\s+or\s+|还是")


def read(words: str) -> list[str]:
    """The options in the words, in their order, each once; they may be too few, too many or too long."""
    lines = [line for line in words.splitlines() if line.strip()]
    if len(lines) == 1:
        lines = _BETWEEN.split(_NUMBER.sub("", lines[0]))
    found = (" ".join(_NUMBER.sub("", line).split()) for line in lines)
    return list(dict.fromkeys(option for option in found if option))


def fault(options: list[str]) -> str | None:
    """The key of what is wrong with them; None where they can be used."""
    if len(options) < FEWEST:
        return "poll-options-few"
    if len(options) > MOST:
        return "poll-options-many"
    return "poll-option-long" if any(len(option) > MOST_CHARACTERS for option in options) else None
