"""Whom a list is compared with: people as the service knows them, and what else is known of a station. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass

from handlers.rosters.roster_homes import Homes
from storage.cards import Card


@dataclass(frozen=True, slots=True)
class Someone:
    """A person as the service knows them. `joined`: they use it, and what they said of themselves counts; `reached`: a
    chat reaches them; `gone`: they left, or have died; `claimed`: this station has claimed them before; `elsewhere`:
    they live in another community than the list's."""

    person_id: int
    name: str
    phone: str | None
    place_id: int | None
    door: str
    card: Card | None
    joined: bool = False
    reached: bool = False
    gone: bool = False
    claimed: bool = False
    elsewhere: bool = False


@dataclass(frozen=True, slots=True)
class Known:
    """What a list is compared with: the station, its buildings, its liaisons by name and phone, its people by the
    number of their card and by name, and everybody by the phones that the list holds."""

    place_id: int
    homes: Homes
    liaisons: Mapping[str, tuple[int, ...]]
    by_number: Mapping[str, Someone]
    by_name: Mapping[str, tuple[Someone, ...]]
    by_phone: Mapping[str, tuple[Someone, ...]]
