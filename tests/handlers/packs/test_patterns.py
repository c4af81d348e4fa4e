"""Regular expressions of packs, taken apart."""

import pytest

from handlers.packs.patterns import around_danger, check_pattern, split_branches


def test_alternatives_outside_of_brackets_are_split() -> None:
    assert split_branches(r"a(b|c)|[|]d|\|e|f\(|g") == ["a(b|c)", "[|]d", r"\|e", r"f\(", "g"]


def test_what_stands_around_a_danger_word() -> None:
    assert around_danger("没有{D}(?!了)") == ("没有", "(?!了)")
    assert around_danger("没有") is None


@pytest.mark.parametrize("pattern", ["(a+)+b", "(?:x*y)*", "({D})x", "{D}{D}", "a(b", "*"])
def test_dangerous_and_broken_patterns_are_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match="regular expression"):
        check_pattern(pattern)
