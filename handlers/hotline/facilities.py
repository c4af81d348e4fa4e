"""Facilities: where to go, whether it is open now, whom to call, where it lies on the map, and which one is nearest."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime

from handlers import cards, forms
from handlers.asking import browsing
from handlers.errors import Refused
from handlers.forms import Again, Form, Question
from handlers.incoming import Position
from handlers.message import Choice, Message, Named, Text, choice
from handlers.packs.model import Facility
from handlers.routing import Route
from handlers.turn import Speaker, Turn
from handlers.understanding import nearness
from storage import places
from storage.places import metres_between

PAGE = 20  # at once; the ways on come below them
COMMON = 2  # a pair of characters in the names of more facilities says nothing
ROUGHLY = 50  # metres: nobody walks by the metre
FAR = 1000  # metres, from here on in kilometres

Point = tuple[float, float]


def find(speaker: Speaker, code: str | None) -> Facility | None:
    """A facility of the pack in force by its code."""
    return next((each for each in speaker.community.pack.facilities if each.code == code), None)


def lines(turn: Turn, facility: Facility) -> list[Text]:
    """Address (and how far from home), hours with open or closed now, phone: a line each, where known."""
    found = [Text("hotline-where", {"name": name_of(facility), "address": _address(turn, facility)})]
    if facility.hours:
        hours = Named(facility.hours, facility.hours_en)
        found.append(Text("hotline-hours", {"hours": hours, "now": _now(turn, facility)}))
    if facility.phone:
        found.append(Text("hotline-phone", {"phone": facility.phone}))
    return found


def map_choice(facility: Facility) -> tuple[Choice, ...]:
    """The button that shows it on the map; none where its place there is not known."""
    return (choice(f"hotline.map:{facility.code}", "hotline-map"),) if facility.at else ()


def name_of(facility: Facility) -> Named:
    """A facility's name in both languages."""
    return Named(facility.name, facility.name_en)


def show_map(turn: Turn) -> None:
    """Where it is, on the map."""
    facility = _pressed(turn)
    if facility.at is None:
        raise Refused("choice-unknown")
    text = Text("hotline-map-of", {"name": name_of(facility), "address": Named(facility.address, facility.address_en)})
    turn.send(Message(text=text, position=Position(*facility.at)))


def show(turn: Turn) -> None:
    """The card of one facility."""
    _say_card(turn, _pressed(turn))


def list_all(turn: Turn) -> None:
    """All facilities by buttons, the nearest to the person's home first."""
    _say_list(turn, list(turn.community.pack.facilities), _home(turn), _page(turn.argument))


def from_here(turn: Turn) -> None:
    """Asks where the person is: a position, or the name of a building."""
    forms.start(turn, NEAR)


def nearest(turn: Turn) -> bool:
    """The words ask for the nearest of something that we know: its card, or the list where there are several."""
    words = turn.incoming.text
    fitting = _named(turn, words) if nearness(words) else []
    if not fitting:
        return False
    point = (turn.incoming.position and _point(turn.incoming.position)) or _said_place(turn) or _home(turn)
    if len(fitting) == 1:
        _say_card(turn, fitting[0], point)
    else:
        _say_list(turn, fitting, point, 0)
    return True


def _say_card(turn: Turn, facility: Facility, point: Point | None = None) -> None:
    away = _away(facility, point or _home(turn))
    far = [Text("hotline-away", {"far": _far(away)})] if away is not None else []
    turn.send(
        Message(
            text=cards.joined([*lines(turn, facility), *far]),
            choices=(*map_choice(facility), choice("hotline.here", "hotline-here"), choice("menu.desk", "menu-desk")),
            lasting=True,
        )
    )


def _say_list(turn: Turn, facilities: list[Facility], point: Point | None, page: int) -> None:
    """The nearest first; those whose place is not known come last, in the pack's order."""
    away = {each.code: _away(each, point) for each in facilities}
    ordered = sorted(facilities, key=lambda each: (away[each.code] is None, away[each.code] or 0.0))
    shown = ordered[page * PAGE : (page + 1) * PAGE]
    if not shown:
        raise Refused("hotline-no-facility")
    choices = [_labelled(each, away[each.code]) for each in shown]
    if len(ordered) > (page + 1) * PAGE:
        choices.append(choice(f"hotline.places:{page + 1}", "more"))
    choices.append(choice("hotline.here", "hotline-here"))
    key = "hotline-places" if point is None else "hotline-places-near"
    turn.send(Message(text=Text(key), choices=tuple(choices), lasting=True))


def _labelled(facility: Facility, away: float | None) -> Choice:
    action = f"hotline.place:{facility.code}"
    if away is None:
        return choice(action, "plain", text=name_of(facility))
    return choice(action, "hotline-place-away", name=name_of(facility), far=_far(away))


def _ask_where(turn: Turn) -> Message:
    known = (forms.pick("near", "where", "home", "ask-address-home"),) if _home(turn) is not None else ()
    return Message(text=Text("hotline-where-are-you"), choices=known, wants="position")


def _read_where(turn: Turn) -> list[float]:
    """A position, one's home by button, or the name of a building. Raises Again."""
    if turn.argument == "home":
        point = _home(turn)
    elif turn.incoming.position is not None:
        point = _point(turn.incoming.position)
    else:
        point = _said_place(turn)
    if point is None:
        raise Again("hotline-where-in-words")
    return list(point)


def _found_near(turn: Turn) -> None:
    latitude, longitude = turn.dialogue.answers["where"]
    _say_list(turn, list(turn.community.pack.facilities), (latitude, longitude), 0)


def _pressed(turn: Turn) -> Facility:
    facility = find(turn, turn.argument)
    if facility is None:
        raise Refused("choice-unknown")
    return facility


def _address(turn: Turn, facility: Facility) -> Named:
    place = places.read_by_code(turn.tx, facility.place) if facility.place and not facility.address else None
    return Named(place.name, place.name_en) if place else Named(facility.address, facility.address_en)


def _now(turn: Turn, facility: Facility) -> Text:
    """Open or closed at this moment, and until when."""
    if facility.opening is None:
        return Text("hotline-hours-unknown")
    here = turn.now.astimezone(turn.community.zone)
    state = "open" if facility.opening.is_open(here) else "closed"
    change = facility.opening.next_change(here)
    if change is None:
        return Text(f"hotline-{state}-now")
    return Text(f"hotline-{state}-until", {"at": _moment(here, change)})


def _moment(here: datetime, at: datetime) -> str | datetime:
    """The time alone where it is today."""
    return at.strftime("%H:%M") if at.date() == here.date() else at


def _named(turn: Turn, words: str) -> list[Facility]:
    """The facilities of whose names these words have a part that few others share."""
    facilities = turn.community.pack.facilities
    parts = {each.code: {*_parts(each.name), *_parts(each.name_en)} for each in facilities}
    spread = Counter(part for some in parts.values() for part in some)
    said = set(_parts(words))
    telling = {part for part in said if 0 < spread[part] <= COMMON}
    score = {code: len(some & telling) for code, some in parts.items()}
    most = max(score.values(), default=0)
    return [each for each in facilities if most and score[each.code] == most]


def _parts(text: str) -> Iterator[str]:
    """Pairs of characters, and English words."""
    for word in "".join(char.lower() if char.isalnum() else " " for char in text).split():
        if word.isascii():
            yield word
        else:
            yield from (word[at : at + 2] for at in range(len(word) - 1))


def _home(turn: Turn) -> Point | None:
    home = places.read(turn.tx, turn.person.place_id) if turn.person.place_id else None
    return _on_map(home)


def _said_place(turn: Turn) -> Point | None:
    home = places.read(turn.tx, turn.person.place_id) if turn.person.place_id else None
    return _on_map(browsing.named_place(turn, home))


def _on_map(place: places.Place | None) -> Point | None:
    if place is None or place.latitude is None or place.longitude is None:
        return None
    return place.latitude, place.longitude


def _point(position: Position) -> Point:
    return position.latitude, position.longitude


def _away(facility: Facility, point: Point | None) -> float | None:
    return metres_between(facility.at, point) if facility.at and point else None


def _far(metres: float) -> Text:
    """Metres as one says them: rounded to fifty, in kilometres from one on."""
    if metres >= FAR:
        return Text("hotline-kilometres", {"n": f"{metres / FAR:.1f}"})
    return Text("hotline-metres", {"n": f"{max(ROUGHLY, round(metres / ROUGHLY) * ROUGHLY)}"})


def _page(said: str) -> int:
    return int(said) if said.isascii() and said.isdigit() and len(said) < 4 else 0


NEAR = Form("near", (Question("where", _ask_where, _read_where),), _found_near)
FORMS = (NEAR,)
ROUTES = (
    Route("press", "hotline.map", show_map),
    Route("press", "hotline.place", show),
    Route("press", "hotline.places", list_all),
    Route("press", "hotline.here", from_here),
)
