"""Overviews: /visits. A visitor sees what is theirs; a secretary the station; a coordinator numbers, and no names."""

from handlers.errors import Refused
from handlers.message import Choice, Message, Text, choice, named_choice
from handlers.routing import Route
from handlers.turn import Turn
from handlers.visits import agenda, day_words, stations
from handlers.visits.agenda import OVERDUE, SEVEN_DAYS, TODAY

PAGE = 15
# How each part of an agenda is named on its button, and above its list.
BUTTONS = {TODAY: "visits-part-today", SEVEN_DAYS: "visits-part-week", OVERDUE: "visits-part-late"}
HEADS = {TODAY: "visits-list-today", SEVEN_DAYS: "visits-list-week", OVERDUE: "visits-list-late"}


def begin(turn: Turn) -> None:
    """What the person may see; asks which, where that is several things."""
    ways = _ways(turn)
    if not ways:
        raise Refused("not-allowed")
    if len(ways) > 1:
        turn.send(Message(text=Text("visits-which"), choices=tuple(ways), lasting=True))
        return
    name, _, turn.argument = ways[0].action.partition(":")
    {"visits.mine": mine, "visits.station": stations.show, "visits.numbers": stations.numbers}[name](turn)


def mine(turn: Turn) -> None:
    """How many visits the person has today, within a week, and late; each number opens its list."""
    counts = {part: len(agenda.of_part(turn, turn.person.id, part)) for part in BUTTONS}
    if not agenda.visits_people(turn.roles) and not any(counts.values()):
        raise Refused("not-allowed")
    parts = [choice(f"visits.list:{part}", BUTTONS[part], n=counts[part]) for part in BUTTONS if counts[part]]
    key = "visits-mine" if any(counts.values()) else "visits-mine-none"
    values = {} if key == "visits-mine-none" else counts
    turn.send(Message(text=Text(key, values), choices=(*parts, choice("visits.more", "visits-more")), lasting=True))


def more(turn: Turn) -> None:
    """What else a visitor has: whom they look after, the month on paper, the calendar on their phone."""
    if not agenda.visits_people(turn.roles):
        raise Refused("not-allowed")
    ways = (
        choice("liaison.people", "visits-people"),
        choice("sheet.ask", "visits-sheet"),
        choice("feed.show", "visits-feed"),
        choice("visits.open", "visits-back"),
    )
    turn.send(Message(text=Text("visits-more-what"), choices=ways, lasting=True))


def list_part(turn: Turn) -> None:
    """The visits of one part, each by name, building and day, fifteen a page; each opens."""
    part, _, page = turn.argument.partition("/")
    if part not in HEADS:
        raise Refused("choice-unknown")
    at = stations.page_of(page) * PAGE
    found = agenda.of_part(turn, turn.person.id, part)
    shown: list[Choice] = [agenda.line(turn, visit) for visit in found[at : at + PAGE]]
    if not shown:
        turn.say("visits-list-none", choice("visits.open", "visits-back"))
        return
    if len(found) > at + PAGE:
        shown.append(choice(f"visits.list:{part}/{at // PAGE + 1}", "more"))
    turn.send(Message(text=Text(HEADS[part], {"n": len(found)}), choices=tuple(shown), lasting=True))


def _ways(turn: Turn) -> list[Choice]:
    """What the person may see: their own visits, stations whole, or the numbers of what is below a place."""
    ways = []
    liaison = any(held.role == "liaison" for held in turn.roles)
    if liaison or agenda.between(turn, turn.person.id, None, day_words.today(turn.community, turn.now) + agenda.WEEK):
        ways.append(choice("visits.mine", "visits-way-mine"))
    own = stations.own(turn)
    ways += [named_choice(f"visits.station:{place.id}", stations.name_of(place)) for place in own]
    for place in stations.counted(turn):
        if not any(place.path.startswith(whole.path) for whole in own):
            ways.append(choice(f"visits.numbers:{place.id}", "visits-way-numbers", place=stations.name_of(place)))
    return ways


ROUTES = (
    Route("command", "visits", begin, menu="liaison secretary coordinator"),
    Route("press", "visits.open", begin),
    Route("press", "visits.mine", mine),
    Route("press", "visits.more", more),
    Route("press", "visits.list", list_part),
    *stations.ROUTES,
)
