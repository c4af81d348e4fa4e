"""Clocks: when a limit is over (domain.md §4). All times are UTC; the community's quiet hours and calendar decide.

Emergencies and urgent items count by the wall clock. Normal and complex ones stand still in quiet hours. An item with
`calendar: working` counts working days alone.
"""

from datetime import datetime, timedelta

from handlers.community import Community
from handlers.life import workdays
from handlers.turn import Speaker
from storage.catalogue import Item
from storage.service_requests import ServiceRequest

BY_THE_WALL = ("emergency", "urgent")
WAITS_AT_MOST = timedelta(hours=72)  # how long the clock stands still for the resident


def after(community: Community, item: Item, start: datetime, within: timedelta) -> datetime:
    """The moment at which `within` has passed since `start` by the item's clock."""
    if item.calendar == "working":
        return _over_working_days(community, start, within)
    if item.urgency in BY_THE_WALL:
        return start + within
    return _over_waking_hours(community, start, within)


def limit_after(speaker: Speaker, request: ServiceRequest, move: str) -> datetime:
    """The request's limit to be resolved, as this move leaves it."""
    item = speaker.item(request.item)
    if move in ("accept", "reopen") and item is not None:
        return after(speaker.community, item, speaker.now, item.resolve_within)
    if move == "wait":
        return request.resolve_by + WAITS_AT_MOST
    if request.waiting_at is not None:  # what was given too much when it began to wait is taken back
        return request.resolve_by - max(timedelta(), WAITS_AT_MOST - (speaker.now - request.waiting_at))
    return request.resolve_by


def _over_waking_hours(community: Community, start: datetime, within: timedelta) -> datetime:
    at, left = community.quiet_until(start) or start, within
    while True:
        quiet_from = community.quiet_from(at)
        if quiet_from is None or at + left <= quiet_from:
            return at + left
        left -= quiet_from - at
        at = community.quiet_until(quiet_from) or quiet_from


def _over_working_days(community: Community, start: datetime, within: timedelta) -> datetime:
    at, left = start, within
    while True:
        midnight = _next_midnight(community, at)
        if workdays.is_workday(at.astimezone(community.zone).date(), community.pack.days_off):
            if at + left <= midnight:
                return at + left
            left -= midnight - at
        at = midnight


def _next_midnight(community: Community, at: datetime) -> datetime:
    here = at.astimezone(community.zone)
    tomorrow = here.date() + timedelta(days=1)
    return datetime.combine(tomorrow, datetime.min.time(), community.zone).astimezone(at.tzinfo)
