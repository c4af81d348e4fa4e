"""What a pack holds. Flat and frozen: references are codes, so that every list can become a table."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

PlaceKind = Literal["district", "street", "community", "estate", "grid", "building"]
HandlerKind = Literal["desk", "volunteer_skill", "facility", "authority", "company"]
Urgency = Literal["emergency", "urgent", "normal", "complex"]
TeamMode = Literal["group", "ring"]
Calendar = Literal["wall", "working"]
InnocentLevel = Literal["quiet", "ask", "show"]


@dataclass(frozen=True, slots=True)
class Desk:
    """Where a person answers."""

    name: str
    name_en: str
    phone: str
    hours: str
    hours_en: str


@dataclass(frozen=True, slots=True)
class Consent:
    """What a person is told before anything is kept: who we are, what is kept, whom to ask."""

    who: str
    who_en: str
    keeps: str
    keeps_en: str
    contact: str
    contact_en: str


@dataclass(frozen=True, slots=True)
class Place:
    """One node of the tree of places. `parent` is a code; parents stand before their children in `Pack.places`.

    `at` is where it is on the map: latitude and longitude, WGS 84, in degrees.
    """

    code: str
    kind: PlaceKind
    name: str
    name_en: str
    parent: str | None
    at: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Tier:
    """An urgency and its usual times."""

    code: Urgency
    name: str
    name_en: str
    respond_within: timedelta
    resolve_within: timedelta


@dataclass(frozen=True, slots=True)
class Need:
    """Something that an item may ask of the requester."""

    code: str
    name: str
    name_en: str


@dataclass(frozen=True, slots=True)
class CareTrigger:
    """An occasion on which a visit is offered."""

    code: str
    name: str
    name_en: str


@dataclass(frozen=True, slots=True)
class Handler:
    """Who deals with an item. `phone` is shown as it is (hotlines are no full numbers); None where there is none."""

    code: str
    name: str
    name_en: str
    kind: HandlerKind
    phone: str | None
    phone_checked: bool


@dataclass(frozen=True, slots=True)
class Series:
    """A shelf of the catalogue."""

    code: str
    name: str
    name_en: str


@dataclass(frozen=True, slots=True)
class Item:
    """Something that people can ask for. `handled_by` are handlers, the first to be asked first.

    `helpers`: how many volunteers go together.
    """

    code: str
    name: str
    name_en: str
    series: str
    keywords: tuple[str, ...]
    keywords_en: tuple[str, ...]
    urgency: Urgency
    respond_within: timedelta
    resolve_within: timedelta
    calendar: Calendar
    needs: tuple[str, ...]
    handled_by: tuple[str, ...]
    sensitive: bool
    care_trigger: str | None
    helpers: int = 1


@dataclass(frozen=True, slots=True)
class Facility:
    """A place to go to. `phone` is shown as it is."""

    code: str
    name: str
    name_en: str
    place: str | None
    address: str
    phone: str
    hours: str


@dataclass(frozen=True, slots=True)
class FaqEntry:
    """A question and its answer. `variants` are other ways to ask it."""

    code: str
    question: str
    answer: str
    variants: tuple[str, ...]
    facility: str | None
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CallCase:
    """Other numbers for an emergency whose message has one of `words`."""

    words: tuple[str, ...]
    call: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EmergencyGuide:
    """The first lines of an emergency. `call` holds numbers and handlers, `helpers_only` is about `avoid`."""

    code: str
    call: tuple[str, ...]
    cases: tuple[CallCase, ...]
    steps: tuple[str, ...]
    steps_en: tuple[str, ...]
    avoid: str
    avoid_en: str
    helpers_only: bool


@dataclass(frozen=True, slots=True)
class DangerWords:
    """Words of an emergency: `strong` alarm alone, `weak` prove nothing alone."""

    code: str
    strong: tuple[str, ...]
    weak: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Innocent:
    """A phrase in which danger words are harmless or doubtful. `message`: it speaks for the whole message."""

    level: InnocentLevel
    kind: str
    pattern: str
    unless: str | None
    message: bool
    weak: bool
    example: str


@dataclass(frozen=True, slots=True)
class Emergency:
    """What a pack knows of emergencies. `hurry` is a pattern; `unsilenced` the emergency that no joke silences.

    `first`: those that come before others in one message, since there one must get out.
    """

    hurry: str
    unsilenced: str
    first: tuple[str, ...]
    guides: tuple[EmergencyGuide, ...]
    words: tuple[DangerWords, ...]
    innocents: tuple[Innocent, ...]


@dataclass(frozen=True, slots=True)
class Team:
    """A team of volunteers. `skills` are handlers; `place` is where it works, that place and below."""

    code: str
    name: str
    name_en: str
    place: str
    skills: tuple[str, ...]
    mode: TeamMode


@dataclass(frozen=True, slots=True)
class PackPerson:
    """Somebody the pack knows. Roles hold at `place` and below; `home` is a place, `door` the rest of the address.

    `born` is a year.
    """

    name: str
    roles: tuple[str, ...]
    teams: tuple[str, ...]
    place: str | None
    home: str | None
    door: str
    phone: str | None  # E.164
    language: str
    born: int | None = None


@dataclass(frozen=True, slots=True)
class Pack:
    """A whole pack. `language` is a tag such as zh-CN, `timezone` a name such as Asia/Shanghai."""

    code: str
    name: str
    name_en: str
    demo: bool
    language: str
    timezone: str
    desk: Desk
    consent: Consent
    places: tuple[Place, ...]
    tiers: tuple[Tier, ...]
    needs: tuple[Need, ...]
    care_triggers: tuple[CareTrigger, ...]
    handlers: tuple[Handler, ...]
    series: tuple[Series, ...]
    items: tuple[Item, ...]
    facilities: tuple[Facility, ...]
    faq: tuple[FaqEntry, ...]
    emergency: Emergency
    teams: tuple[Team, ...]
    people: tuple[PackPerson, ...]
