"""Birthdays: on which day here the next one is kept, in the solar or the lunar calendar. Pure."""

from calendar import monthrange
from datetime import date

from handlers.life import lunar
from storage.cards import Birthday

# A year that lacks the day has the day before: 29 February, and the thirtieth of a lunar month of 29 days. Who was born
# in a leap month keeps the day in the month of that number in the years that do not have it twice, as custom has it.


def coming(birthday: Birthday, after: date) -> date:
    """The first day after `after` on which the birthday is kept."""
    years = range(after.year - 1, after.year + 3)  # a lunar year reaches into the next solar one
    return min(day for year in years if (day := kept_in(birthday, year)) > after)


def kept_in(birthday: Birthday, year: int) -> date:
    """The day on which it is kept in a year; of a lunar birthday in the lunar year of that number."""
    if not birthday.lunar:
        last = monthrange(year, birthday.month)[1]
        return date(year, birthday.month, min(birthday.day, last))
    leap = birthday.leap and lunar.leap_month(year) == birthday.month
    try:
        return lunar.to_solar(year, birthday.month, birthday.day, leap=leap)
    except ValueError:
        return lunar.to_solar(year, birthday.month, birthday.day - 1, leap=leap)


def nearest(birthday: Birthday, day: date) -> date:
    """The day nearest to a given one on which it is kept."""
    return min(
        (kept_in(birthday, year) for year in range(day.year - 1, day.year + 2)), key=lambda each: abs(each - day)
    )
