"""Statutory days off in mainland China (全国年节及纪念日放假办法, 2024): by the law alone, before the year's notice."""

from datetime import date, timedelta
from functools import lru_cache

from handlers.life import lunar

SPRING_FESTIVAL_DAYS = 4  # from the eve on
DRAGON_BOAT, MID_AUTUMN, DOUBLE_NINTH = (5, 5), (8, 15), (9, 9)  # lunar month and day


@lru_cache(maxsize=64)
def days_off(year: int) -> frozenset[date]:
    """The days off of a solar year, without the bridges and make-up days that only the notice tells."""
    eve = lunar.new_year(year) - timedelta(days=1)
    return frozenset(
        (
            date(year, 1, 1),
            *(eve + timedelta(days=days) for days in range(SPRING_FESTIVAL_DAYS)),
            qingming(year),
            date(year, 5, 1),
            date(year, 5, 2),
            lunar.to_solar(year, *DRAGON_BOAT),
            lunar.to_solar(year, *MID_AUTUMN),
            *(date(year, 10, day) for day in (1, 2, 3)),
        )
    )


def qingming(year: int) -> date:
    """Tomb-Sweeping Day (清明), the day of a solar term: by the usual formula, which holds from 2001 to 2099."""
    short = year % 100
    return date(year, 4, int(short * 0.2422 + 4.81) - short // 4)
