"""Community: what a handler may know of the place it serves in, handed in by the shell."""

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from handlers.packs.model import Item as PackItem
from handlers.packs.model import Pack
from handlers.understanding import Snapshot
from storage.catalogue import Item

# domain.md §8: nights 21:00–07:30 and the rest at noon 12:30–14:00.
QUIET = ((time(21, 0), time(7, 30)), (time(12, 30), time(14, 0)))


@dataclass(frozen=True, slots=True)
class Entrances:
    """How somebody gets in: the address of our pages, and the bot's name on Telegram once it is known."""

    public_url: str = ""
    telegram: str | None = None

    def invitation_links(self, token: str, group: bool) -> list[str]:
        """The links of an invitation, one for each way in that is open."""
        links = []
        if self.telegram:
            links.append(f"https://t.me/{self.telegram}?{'startgroup' if group else 'start'}=inv_{token}")
        if self.public_url and not group:
            links.append(f"{self.public_url}/i/{token}")
        return links

    def card_link(self, token: str) -> str:
        """Where the QR code of a service card leads: our page, or the bot alone; empty where neither can be reached."""
        if self.public_url:
            return f"{self.public_url}/c/{token}"
        return f"https://t.me/{self.telegram}?start=card-{token}" if self.telegram else ""

    def calendar_link(self, token: str) -> str:
        """Where a visitor's calendar is read."""
        return f"{self.public_url}/calendar/{token}.ics"


@dataclass(frozen=True, slots=True)
class Community:
    """The pack in force, its time zone, its quiet hours (none: every hour will do) and its entrances.

    `assisted`: whether a language model may be asked.
    """

    pack: Pack
    snapshot: Snapshot
    zone: ZoneInfo
    quiet: tuple[tuple[time, time], ...] = QUIET
    rng: random.Random = field(default_factory=random.SystemRandom)
    entrances: Callable[[], Entrances] = Entrances
    assisted: bool = False
    items: Mapping[str, Item] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "items", {item.code: stored_item(item) for item in self.pack.items})

    def day(self, now: datetime) -> str:
        """The day here, such as 20261123."""
        return now.astimezone(self.zone).strftime("%Y%m%d")

    def quiet_until(self, now: datetime) -> datetime | None:
        """When the quiet hours that hold now are over; None outside them."""
        here = now.astimezone(self.zone)
        for begin, end in self.quiet:
            over_midnight = begin > end
            clock = here.time()
            if (begin <= clock < end) if not over_midnight else (clock >= begin or clock < end):
                day = here.date() + timedelta(days=1 if over_midnight and clock >= begin else 0)
                return datetime.combine(day, end, self.zone).astimezone(now.tzinfo)
        return None

    def quiet_from(self, now: datetime) -> datetime | None:
        """When the next quiet hours begin, after now; None where there are none."""
        here = now.astimezone(self.zone)
        begins = (
            datetime.combine(here.date() + timedelta(days=days), begin, self.zone)
            for begin, _ in self.quiet
            for days in (0, 1)
        )
        return min((at.astimezone(now.tzinfo) for at in begins if at > here), default=None)


def stored_item(item: PackItem) -> Item:
    """An item of a pack as the tables keep it."""
    return Item(
        code=item.code,
        series=item.series,
        name=item.name,
        name_en=item.name_en,
        urgency=item.urgency,
        respond_within=item.respond_within,
        resolve_within=item.resolve_within,
        needs=item.needs,
        handled_by=item.handled_by,
        sensitive=item.sensitive,
        calendar=item.calendar,
        helpers=item.helpers,
        shared=item.shared,
    )
