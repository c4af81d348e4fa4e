"""Cards: what a request looks like, to its resident, to a team, to the one who took it, and to staff."""

from handlers.message import Named, Text
from handlers.turn import Speaker, Turn
from handlers.understanding import redact
from storage import catalogue, people, places, teams
from storage.catalogue import Item
from storage.people import Person
from storage.places import Place
from storage.service_requests import Details, ServiceRequest
from storage.teams import Team

NOTHING = Text("nothing")


def item_name(item: Item) -> Named:
    """An item's name in both languages."""
    return Named(item.name, item.name_en)


def place_name(place: Place | None) -> Named | Text:
    """A place's name; the words for "somewhere" where none is known."""
    return NOTHING if place is None else Named(place.name, place.name_en)


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
    return Text(
        "card-own",
        {
            "series": Named(series.name, series.name_en) if series else "",
            "item": item_name(item),
            "words": details.words or NOTHING,
            "address": _where(turn, details, place_id),
            "when": details.when or NOTHING,
            "phone": details.phone or NOTHING,
            "shown": redact(details.words, known=_names(turn.person)) or NOTHING,
        },
    )


def team_card(turn: Speaker, request: ServiceRequest, item: Item) -> Text:
    """A request as a team sees it: no name, no phone, no door, and none of them in the free words."""
    known = _names(people.read(turn.tx, request.person_id))
    return Text(
        "card-team",
        {
            "number": request.number,
            "item": item_name(item),
            "area": area(turn, request.place_id),
            "words": redact(request.details.words, known=known) or NOTHING,
            "when": redact(request.details.when, known=known) or NOTHING,
        },
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
    return Text(
        "card-helper",
        {
            "number": request.number,
            "item": item_name(item),
            "name": person.name or NOTHING,
            "address": _where(turn, request.details, request.place_id),
            "phone": request.details.phone or NOTHING,
            "when": request.details.when or NOTHING,
            "words": request.details.words or NOTHING,
            "until": request.resolve_by,
        },
    )


def staff_card(turn: Speaker, request: ServiceRequest, item: Item) -> Text:
    """A request as desk and coordinator see it: as the helper does, and where it stands."""
    team = teams.read(turn.tx, request.team_id) if request.team_id else None
    helper = people.read(turn.tx, request.helper_id).name if request.helper_id else ""
    return Text(
        "card-staff",
        {
            "card": helper_card(turn, request, item),
            "state": state_name(request.state),
            "team": team_name(team),
            "helper": helper or NOTHING,
        },
    )


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


def _names(person: Person) -> tuple[str, ...]:
    return (person.name,) if person.name else ()


def _where(turn: Speaker, details: Details, place_id: int | None) -> str | Named | Text:
    return details.address or (area(turn, place_id) if place_id else NOTHING)
