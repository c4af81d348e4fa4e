"""Working days of the community, counted from today."""

from datetime import date, timedelta

from handlers.life import workdays
from handlers.turn import Speaker
from handlers.visits import day_words


def working_day_after(speaker: Speaker, n: int) -> date:
    """The n-th working day after today here."""
    day = day_words.today(speaker.community, speaker.now)
    while n > 0:
        day += timedelta(days=1)
        n -= int(workdays.is_workday(day, speaker.community.pack.days_off))
    return day
