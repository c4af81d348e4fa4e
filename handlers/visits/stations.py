"""Stations: a secretary sees what is due and late, and who carries how much; a coordinator sees numbers alone."""

from datetime import datetime, time

from handlers import cards, permissions
from handlers.errors import Refused
from handlers.message import Choice, Message, Named, Text, choice, named_choice
from handlers.routing import Route
from handlers.turn import Speaker, Turn
from handlers.visits import agenda, day_words
from storage import people, places, roles, visit_overviews
from storage.errors import NotFound
from storage.places import Place
from storage.visit_overviews import Load, Numbers
from storage.visits import Visit

STATION, NUMBERS = "assign visits", "see visit numbers"  # permissions
COMMUNITY = "community"
MOST_STATIONS = 1000
PAGE = 15
MOST_PAGES = 100


def own(turn: Turn) -> list[Place]:
    """The places whose stations the person sees whole, without those below another of them."""
    return _held(turn, STATION)


def counted(turn: Turn) -> list[Place]:
    """The places of which the person may see the numbers."""
    return _held(turn, NUMBERS)


def name_of(place: Place) -> Named:
    """A place's name in both languages."""
    return Named(place.name, place.name_en)


def page_of(text: str) -> int:
    """A page out of a button. Refused where the button was forged."""
    if not (text == "" or (text.isascii() and text.isdigit() and len(text) < 4)):
        raise Refused("choice-unknown")
    return min(int(text or 0), MOST_PAGES)


def show(turn: Turn) -> None:
    """One station: its numbers, and what a secretary can do about them. Of several stations, which one."""
    place, page = _allowed(turn, STATION)
    if place.kind != COMMUNITY:
        _choose(turn, place, page)
        return
    found, alone = _numbers(turn, place), _without(turn, place)
    unread = visit_overviews.unread_worries(turn.tx, place.id)
    lines = [
        Text("visits-station", {"place": name_of(place)}),
        _line(found),
        Text("visits-station-alone", {"n": alone}) if alone else None,
        Text("visits-station-unread", {"n": unread}) if unread else None,
    ]
    ways: list[Choice] = []
    if found.late:
        ways.append(choice(f"visits.late:{place.id}", "visits-see-late", n=found.late))
    if unread:
        ways.append(choice(f"worry.list:{place.id}", "visits-see-unread", n=unread))
    if alone:
        ways.append(choice(f"liaison.without:{place.id}", "visits-see-alone", n=alone))
    ways.append(choice(f"visits.load:{place.id}", "visits-see-load"))
    turn.send(Message(text=cards.joined(lines), choices=tuple(ways), lasting=True))


def late(turn: Turn) -> None:
    """The visits of a station that are late, with who was to go; each opens."""
    place, page = _allowed(turn, STATION)
    found = visit_overviews.late_at(turn.tx, place.id, day_words.today(turn.community, turn.now), PAGE + 1, page * PAGE)
    if not found:
        turn.say("visits-late-none", choice(f"visits.station:{place.id}", "visits-back"))
        return
    choices = [_late_line(turn, visit) for visit in found[:PAGE]]
    if len(found) > PAGE:
        choices.append(choice(f"visits.late:{place.id}/{page + 1}", "more"))
    turn.send(Message(text=Text("visits-late-at", {"place": name_of(place)}), choices=tuple(choices), lasting=True))


def load(turn: Turn) -> None:
    """How much each liaison of a station carries: people, visits within a week, late ones; the most loaded first."""
    place, page = _allowed(turn, STATION)
    here = day_words.today(turn.community, turn.now)
    carried = visit_overviews.load_at(turn.tx, place.id, here, here + agenda.WEEK)
    for person_id in roles.holders(turn.tx, "liaison", [place.id]):
        carried.setdefault(person_id, Load(0, 0, 0))
    ordered = sorted(carried.items(), key=lambda each: (-each[1].late, -each[1].planned, -each[1].people, each[0] or 0))
    shown = ordered[page * PAGE : (page + 1) * PAGE]
    lines = [Text("visits-load", {"place": name_of(place)}), *(_load_line(turn, *each) for each in shown)]
    ways = [choice(f"visits.station:{place.id}", "visits-back")]
    if len(ordered) > (page + 1) * PAGE:
        ways.insert(0, choice(f"visits.load:{place.id}/{page + 1}", "more"))
    turn.send(Message(text=cards.joined(lines), choices=tuple(ways), lasting=True))


def numbers(turn: Turn) -> None:
    """The numbers of each station of a place, without a single name."""
    place, page = _allowed(turn, NUMBERS)
    below = _below(turn, place)
    shown = below[page * PAGE : (page + 1) * PAGE]
    if not shown:
        raise Refused("visits-no-station")
    lines = [Text("visits-numbers", {"place": name_of(place)})]
    for each in shown:
        lines.append(Text("visits-numbers-of", {"place": name_of(each), "numbers": _line(_numbers(turn, each))}))
    ways = (choice(f"visits.numbers:{place.id}/{page + 1}", "more"),) if len(below) > (page + 1) * PAGE else ()
    turn.send(Message(text=cards.joined(lines), choices=ways, lasting=True))


def _choose(turn: Turn, place: Place, page: int) -> None:
    below = _below(turn, place)
    shown = [named_choice(f"visits.station:{each.id}", name_of(each)) for each in below[page * PAGE :][:PAGE]]
    if not shown:
        raise Refused("visits-no-station")
    if len(below) > (page + 1) * PAGE:
        shown.append(choice(f"visits.station:{place.id}/{page + 1}", "more"))
    turn.send(Message(text=Text("visits-which-station"), choices=tuple(shown), lasting=True))


def _held(turn: Turn, action: str) -> list[Place]:
    held = {one.path: one.place_id for one in turn.roles if permissions.may([one], action, path=one.path)}
    highest = [each for each in held if not any(each != other and each.startswith(other) for other in held)]
    return [places.read(turn.tx, held[path]) for path in sorted(highest)]


def _allowed(turn: Turn, action: str) -> tuple[Place, int]:
    """The place that a button names, and the page. Refused where the person may not see it."""
    turn.argument, _, page = turn.argument.partition("/")
    try:
        place = places.read(turn.tx, turn.argument_id())
    except NotFound as error:
        raise Refused("choice-unknown") from error
    permissions.require(turn, action, path=place.path)
    return place, page_of(page)


def _below(turn: Turn, place: Place) -> list[Place]:
    """The communities of a place: each has a station."""
    every = places.of_kind(turn.tx, COMMUNITY, limit=MOST_STATIONS)
    return [each for each in every if each.path.startswith(place.path)]


def _numbers(speaker: Speaker, place: Place) -> Numbers:
    here, zone = day_words.today(speaker.community, speaker.now), speaker.community.zone
    since = datetime.combine(here.replace(day=1), time(), zone)
    return visit_overviews.numbers(speaker.tx, place.id, here, here + agenda.WEEK, since)


def _without(speaker: Speaker, place: Place) -> int:
    here = day_words.today(speaker.community, speaker.now)
    found = visit_overviews.load_at(speaker.tx, place.id, here, here).get(None)
    return found.people if found is not None else 0


def _line(found: Numbers) -> Text:
    return Text("visits-counts", {"today": found.today, "week": found.week, "late": found.late, "done": found.done})


def _late_line(turn: Turn, visit: Visit) -> Choice:
    values = {
        "name": people.read(turn.tx, visit.person_id).name or cards.NOTHING,
        "n": (day_words.today(turn.community, turn.now) - visit.day).days,
        "visitor": _visitor(turn, visit.visitor_id),
    }
    return choice(f"visit.show:{visit.id}", "visits-late-one", **values)


def _load_line(turn: Turn, person_id: int | None, found: Load) -> Text:
    values = {"people": found.people, "planned": found.planned, "late": found.late}
    return Text("visits-load-line", {"visitor": _visitor(turn, person_id), **values})


def _visitor(turn: Turn, person_id: int | None) -> object:
    return Text("visits-nobody") if person_id is None else people.read(turn.tx, person_id).name or cards.NOTHING


ROUTES = (
    Route("press", "visits.station", show),
    Route("press", "visits.late", late),
    Route("press", "visits.load", load),
    Route("press", "visits.numbers", numbers),
)
