"""What a pack holds. Flat and frozen: references are codes, so that every list can become a table."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from handlers.life.days_off import NOTHING_NOTED, DaysOff
from handlers.packs.opening import Hours
from storage.cards import Birthday

VISITS_A_DAY = 4  # planned for one liaison: each takes half an hour and the way
PlaceKind = Literal["district", "street", "community", "estate", "grid", "building"]
HandlerKind = Literal["desk", "volunteer_skill", "facility", "authority", "company"]
Urgency = Literal["emergency", "urgent", "normal", "complex"]
TeamMode = Literal["group", "ring"]
Calendar = Literal["wall", "working"]
Shared = Literal["", "building", "estate"]
YEAR = timedelta(days=365)
InnocentLevel = Literal["quiet", "ask", "show"]


@dataclass(frozen=True, slots=True)
class Desk:
    """Where a person answers. `opening` is what `hours` say; None where the pack gives none."""

    name: str
    name_en: str
    phone: str
    hours: str
    hours_en: str
    opening: Hours | None = None


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

    `helpers`: how many volunteers go together. `phrases`: the ways in which residents say it. `shared`: how far one
    outage reaches, so that neighbours may report it together; empty where each report is its own.
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
    phrases: tuple[str, ...] = ()
    shared: Shared = ""


@dataclass(frozen=True, slots=True)
class Facility:
    """A place to go to. `phone` is shown as it is; `opening` is what `hours` say, None where the pack gives none.

    `at` is where it is on the map: latitude and longitude, WGS 84, in degrees.
    """

    code: str
    name: str
    name_en: str
    place: str | None
    address: str
    phone: str
    hours: str
    address_en: str = ""
    hours_en: str = ""
    at: tuple[float, float] | None = None
    opening: Hours | None = None


@dataclass(frozen=True, slots=True)
class FaqEntry:
    """A question and its answer. `variants` are other ways to ask it, `phrases` what residents really write.

    `bring` says what to bring. English texts are empty where the pack has none. `owner` (a handler's code or a name)
    looks at it again every `review_every`, counted from `reviewed`.
    """

    code: str
    question: str
    answer: str
    variants: tuple[str, ...]
    facility: str | None
    items: tuple[str, ...]
    phrases: tuple[str, ...] = ()
    question_en: str = ""
    answer_en: str = ""
    variants_en: tuple[str, ...] = ()
    bring: str = ""
    bring_en: str = ""
    reviewed: date | None = None
    owner: str = ""
    review_every: timedelta = YEAR

    @property
    def review_due(self) -> date | None:
        """The day from which it is said to be old; None where it was never reviewed."""
        return self.reviewed + self.review_every if self.reviewed else None


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
class Sign:
    """Words that mean one thing, such as all that a child is called."""

    name: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Emergency:
    """What a pack knows of emergencies. `hurry` is a pattern; `unsilenced` the emergency that no joke silences.

    `first`: those that come before others in one message, since there one must get out. `signs` are what a text is
    looked through for beside its words, `alarming` texts of people in danger beside the items' phrases, `harmless`
    texts that sound like danger and are none.
    """

    hurry: str
    unsilenced: str
    first: tuple[str, ...]
    guides: tuple[EmergencyGuide, ...]
    words: tuple[DangerWords, ...]
    innocents: tuple[Innocent, ...]
    signs: tuple[Sign, ...] = ()
    alarming: tuple[str, ...] = ()
    harmless: tuple[str, ...] = ()


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
class PackCard:
    """Somebody whom a liaison station looks after. People are named; `groups` and `wish` as in storage/cards.py."""

    person: str
    liaison: str | None
    deputy: str | None
    member: bool = False
    groups: tuple[str, ...] = ()
    birthday: Birthday | None = None
    wish: str | None = None


@dataclass(frozen=True, slots=True)
class Pack:
    """A whole pack. `language` is a tag such as zh-CN, `timezone` a name such as Asia/Shanghai.

    `days_off`: what it says of single days; `visits_a_day`: how many visits are planned for a liaison at most.
    """

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
    cards: tuple[PackCard, ...] = ()
    days_off: DaysOff = NOTHING_NOTED
    visits_a_day: int = VISITS_A_DAY
