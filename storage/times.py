"""Times in tables are whole milliseconds since 1970, UTC; in the program they are aware datetimes."""

from datetime import UTC, datetime, timedelta

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MILLISECOND = timedelta(milliseconds=1)


def to_ms(moment: datetime) -> int:
    """An aware datetime as milliseconds since 1970 UTC. Raises TypeError for a naive one."""
    return (moment - EPOCH) // MILLISECOND


def from_ms(milliseconds: int) -> datetime:
    """Milliseconds since 1970 UTC as an aware datetime in UTC."""
    return EPOCH + timedelta(milliseconds=milliseconds)


def from_ms_or_none(milliseconds: int | None) -> datetime | None:
    """The same for a column that may be empty."""
    return None if milliseconds is None else from_ms(milliseconds)


def to_ms_or_none(moment: datetime | None) -> int | None:
    """The same for a time that may be missing."""
    return None if moment is None else to_ms(moment)
