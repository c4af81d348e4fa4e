"""Regular expressions that a pack brings along: checked, and taken apart at {D}, the place of a danger word."""

import re

DANGER = "{D}"
_NESTED_REPEAT = re.compile(r"\([^()]*(?<!\\)[+*][^()]*\)[+*{]")


def check_pattern(text: str) -> str:
    """The pattern itself. Raises ValueError where it does not compile, can take for ever, or hides {D} in a bracket."""
    try:
        re.compile(text.replace(DANGER, "(?!)"))
    except re.error as error:
        raise ValueError(f"not a regular expression ({error})") from error
    if _NESTED_REPEAT.search(text):
        raise ValueError("a regular expression with a repeat inside of a repeat, which can take for ever")
    for branch in split_branches(text):
        around_danger(branch)
    return text


def around_danger(branch: str) -> tuple[str, str] | None:
    """What stands before and after the {D} of one alternative; None where it has none.

    Raises ValueError where {D} stands twice or inside of a bracket.
    """
    before, found, after = branch.partition(DANGER)
    if not found:
        return None
    if DANGER in after or _depth(before) != 0:
        raise ValueError("a regular expression in which {D} stands twice or inside of a bracket")
    return before, after


def split_branches(pattern: str) -> list[str]:
    """The alternatives of a regular expression that stand outside of every bracket."""
    branches, depth, start, escaped = [], 0, 0, False
    for index, char in enumerate(pattern):
        if not escaped and char == "|" and depth == 0:
            branches.append(pattern[start:index])
            start = index + 1
        depth += 0 if escaped else _step(char)
        escaped = char == "\\" and not escaped
    return [*branches, pattern[start:]]


def _depth(text: str) -> int:
    depth, escaped = 0, False
    for char in text:
        depth += 0 if escaped else _step(char)
        escaped = char == "\\" and not escaped
    return depth


def _step(char: str) -> int:
    return (char in "([") - (char in ")]")
