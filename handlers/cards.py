"""Cards: what a request looks like, to its resident, to a team, to the one who took it, and to staff."""

import re
from collections.abc import Sequence

from handlers.message import Named, Span, Text
from handlers.turn import Speaker, Turn
from handlers.understanding import redact
from storage import catalogue, me_too, people, places, teams
from storage.catalogue import Item
from storage.people import Person
from storage.service_requests import Details, ServiceRequest
from storage.teams import Team

NUMBER = re.compile(r"[0-9]{3,}")
NOTHING = Text("nothing")
ANY_TIME = "any"  # what stands for "whenever it suits" among the details


def staff_key(request_id: int) -> str:
    """The key of the card that desk and coordinators were sent, with phone and address."""
    return f"staff:{request_id}"


def item_name(item: Item) -> Named:
    """An item's name in both languages."""
    return Named(item.name, item.name_en)


def area(turn: Speaker, place_id: int | None) -> Named | Text:
    """Estate and building, without door: what everybody in a team may see."""
    if place_id is None:
        return NOTHING
    place = places.read(turn.tx, place_id)
    if place.kind in ("building", "grid") and place.parent_id is not None:
        above = places.read(turn.tx, place.parent_id)
        return Named(f"{above.name}{place.name}", f"{above.name_en}, {place.name_en}")
    return Named(place.name, place.name_en)


def own_card(
    turn: Turn,
    item: Item,
    details: Details,
    place_id: int | None,
    *,
    span: Span | None = None,
    whom: Text | None = None,
    known: tuple[str, ...] = (),
) -> Text:
    """A request as its resident sees it before sending it off: what will be kept, and who will see what of it.

    `whom` says for whom it is, where that is another; `known` are that one's name and number.
    """
    series = catalogue.read_series(turn.tx, item.series)
    head = {"series": Named(series.name, series.name_en) if series else "", "item": item_name(item)}
    return joined(
        [
            Text("card-own", head),
            *_lines(whom=whom, words=details.words, address=_where(turn, details, place_id), when=when(details, span)),
            *_lines(phone=details.phone_number()),
            *_who_sees(turn, item, details, place_id, span, (*known_words(turn.person), *known)),
            Text("card-own-right"),
        ]
    )


def _who_sees(
    turn: Turn, item: Item, details: Details, place_id: int | None, span: Span | None, known: tuple[str, ...]
) -> list[Text]:
    if item.sensitive:
        return [Text("card-own-sensitive")]
    shown = [value for value in _public(turn, details, place_id, span, known).values() if value and value != NOTHING]
    return [*([Text("card-own-shown", {"shown": shown})] if shown else []), Text("card-own-then")]


def _public(
    turn: Speaker, details: Details, place_id: int | None, span: Span | None, known: tuple[str, ...]
) -> dict[str, object]:
    """What may be seen of a request before somebody takes it: no name, no phone, no door, nor any in free words."""
    return {
        "address": area(turn, place_id),
        "when": when(details, span, known),
        "words": redact(details.words, known=known),
    }


def when(details: Details, span: Span | None, known: tuple[str, ...] | None = None) -> Text | Span | str:
    """When it suits, as the reader says it; with `known`, the free words without what would tell who and where."""
    if details.when == ANY_TIME:
        return Text("when-any")
    words = details.when if known is None else redact(details.when, known=known)
    if span is not None and words:
        return Text("when-both", {"span": span, "words": words})
    return span or words


def span_of(request: ServiceRequest) -> Span | None:
    """The time that was wished for; None where none was, or only in words."""
    return Span(request.starts_at, request.ends_at) if request.starts_at and request.ends_at else None


def team_card(turn: Speaker, request: ServiceRequest, item: Item) -> Text:
    """A request as a team sees it: no name, no phone, no door, and none of them in the free words."""
    known = tuple(word for each in request.people for word in known_words(people.read(turn.tx, each)))
    public = _public(turn, request.details, request.place_id, span_of(request), known)
    head = Text("card-head", {"number": request.number, "item": item_name(item)})
    return joined([head, *_households(turn, request, item), *_lines(**public)])


def taken_card(turn: Speaker, request: ServiceRequest, item: Item, helpers: Sequence[str], missing: int = 0) -> Text:
    """The same card once somebody has taken it; `missing`: how many more are looked for."""
    values = {"card": team_card(turn, request, item), "helper": helpers, "n": missing}
    return Text("card-taken-some" if missing else "card-taken", values)


def closed_card(turn: Speaker, request: ServiceRequest, item: Item) -> Text:
    """The same card once there is nothing left to take."""
    return Text("card-closed", {"card": team_card(turn, request, item)})


def helper_card(turn: Speaker, request: ServiceRequest, item: Item) -> Text:
    """Everything that the one who took it needs: whom to visit, where, the phone number, and who asked for them."""
    asker = people.read(turn.tx, request.person_id)
    helped = people.read(turn.tx, request.helped_id) if request.helped_id else asker
    details, asked_for = request.details, helped.id != asker.id
    return joined(
        [
            Text("card-head", {"number": request.number, "item": item_name(item)}),
            *_households(turn, request, item),
            *_lines(name=helped.name, address=_where(turn, details, request.place_id)),
            *_lines(phone=helped.phone if asked_for else details.phone_number()),
            *_lines(when=when(details, span_of(request)), words=details.words),
            Text("card-line-proxy", {"name": asker.name, "phone": details.phone_number() or NOTHING})
            if asked_for
            else None,
            Text("card-until", {"until": request.resolve_by}),
        ]
    )


def staff_card(turn: Speaker, request: ServiceRequest, item: Item) -> Text:
    """A request as desk and coordinator see it: as the helper does, and where it stands."""
    team = teams.read(turn.tx, request.team_id) if request.team_id else None
    helper = people.read(turn.tx, request.helper_id).name if request.helper_id else ""
    return joined(
        [
            helper_card(turn, request, item),
            Text("card-state", {"state": state_name(request.state)}),
            Text("card-consent-open") if request.consent == "waiting" else None,
            *_lines(team=Named(team.name, team.name_en) if team else "", helper=helper),
        ]
    )


def joined(lines: Sequence[Text | None]) -> Text:
    """Texts one below the other, each rendered in the reader's language; what is None is left out."""
    *before, whole = [line for line in lines if line is not None]
    for line in reversed(before):
        whole = Text("two-lines", {"first": line, "second": whole})
    return whole


def state_name(state: str) -> Text:
    """A state in words."""
    return Text(f"state-{state}")


def team_name(team: Team | None) -> Named | Text:
    """A team's name; the words for "nobody" where there is none."""
    return NOTHING if team is None else Named(team.name, team.name_en)


def full_address(turn: Speaker, place_id: int | None, door: str) -> str:
    """Estate, building and door as one writes them."""
    where = area(turn, place_id)
    return f"{where.zh} {door}".strip() if isinstance(where, Named) else door


def _lines(**values: object) -> list[Text]:
    """A line for each value that there is: `card-line-phone` with the phone, and so on."""
    return [Text(f"card-line-{name}", {name: value}) for name, value in values.items() if value and value != NOTHING]


def _households(turn: Speaker, request: ServiceRequest, item: Item) -> list[Text]:
    """How many households it concerns, where neighbours have joined it."""
    n = len(me_too.people_of(turn.tx, request.id)) if item.shared else 1
    return [Text("card-line-households", {"n": n})] if n > 1 else []


def known_words(person: Person) -> tuple[str, ...]:
    """What would tell who it is and behind which door, as it is on record."""
    numbers = NUMBER.findall(person.door)
    phone = (person.phone.e164.removeprefix("+86"),) if person.phone else ()
    return tuple(word for word in (person.name, person.door, *numbers, *phone) if word)


def _where(turn: Speaker, details: Details, place_id: int | None) -> str | Named | Text:
    return details.address or (area(turn, place_id) if place_id else NOTHING)
