"""Cards: what a request looks like, to its resident, to a team, to the one who took it, and to staff."""

import re
from collections.abc import Sequence

from handlers.message import Named, Text
from handlers.turn import Speaker, Turn
from handlers.understanding import redact
from storage import catalogue, people, places, teams
from storage.catalogue import Item
from storage.people import Person
from storage.service_requests import Details, ServiceRequest
from storage.teams import Team

NUMBER = re.compile(r"[0-9]{3,}")
NOTHING = Text("nothing")


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


def own_card(turn: Turn, item: Item, details: Details, place_id: int | None) -> Text:
    """A request as its resident sees it before sending it off; and what helpers will see of it."""
    series = catalogue.read_series(turn.tx, item.series)
    head = {"series": Named(series.name, series.name_en) if series else "", "item": item_name(item)}
    shown = redact(details.words, known=_names(turn.person))
    lines = [
        Text("card-own", head),
        *_lines(words=details.words, address=_where(turn, details, place_id), when=details.when),
        *_lines(phone=details.phone_number()),
        Text("card-own-shown", {"shown": shown}) if shown else None,
        Text("card-own-right"),
    ]
    return joined(lines)


def team_card(turn: Speaker, request: ServiceRequest, item: Item) -> Text:
    """A request as a team sees it: no name, no phone, no door, and none of them in the free words."""
    known = _names(people.read(turn.tx, request.person_id))
    return joined(
        [
            Text("card-head", {"number": request.number, "item": item_name(item)}),
            *_lines(
                address=area(turn, request.place_id),
                when=redact(request.details.when, known=known),
                words=redact(request.details.words, known=known),
            ),
        ]
    )


def taken_card(turn: Speaker, request: ServiceRequest, item: Item, helper: str) -> Text:
    """The same card once somebody has taken it."""
    return Text("card-taken", {"card": team_card(turn, request, item), "helper": helper})


def closed_card(turn: Speaker, request: ServiceRequest, item: Item) -> Text:
    """The same card once there is nothing left to take."""
    return Text("card-closed", {"card": team_card(turn, request, item)})


def helper_card(turn: Speaker, request: ServiceRequest, item: Item) -> Text:
    """Everything that the one who took it needs: whom to visit, where, and the phone number."""
    person = people.read(turn.tx, request.person_id)
    details = request.details
    return joined(
        [
            Text("card-head", {"number": request.number, "item": item_name(item)}),
            *_lines(name=person.name, address=_where(turn, details, request.place_id)),
            *_lines(phone=details.phone_number(), when=details.when, words=details.words),
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
    """A line for each value that there is: `line-phone` with the phone, and so on."""
    return [Text(f"line-{name}", {name: value}) for name, value in values.items() if value and value != NOTHING]


def _names(person: Person) -> tuple[str, ...]:
    """What would tell who it is and behind which door, as it is on record."""
    numbers = NUMBER.findall(person.door)
    phone = (person.phone.e164.removeprefix("+86"),) if person.phone else ()
    return tuple(word for word in (person.name, person.door, *numbers, *phone) if word)


def _where(turn: Speaker, details: Details, place_id: int | None) -> str | Named | Text:
    return details.address or (area(turn, place_id) if place_id else NOTHING)
