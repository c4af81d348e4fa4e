"""Days without a time, as they are here: in tables the text 2027-02-01, in the program a date."""

from datetime import date

FIRST, LAST = date(1900, 1, 1), date(9999, 12, 31)  # beyond every day that is planned


def to_text(day: date) -> str:
    """A day as tables keep it; such texts sort as the days do."""
    return day.isoformat()


def from_text(text: str) -> date:
    """A day out of a table."""
    return date.fromisoformat(text)


def from_text_or_none(text: str | None) -> date | None:
    """The same for a column that may be empty."""
    return None if text is None else from_text(text)


def to_text_or_none(day: date | None) -> str | None:
    """The same for a day that may be missing."""
    return None if day is None else to_text(day)
