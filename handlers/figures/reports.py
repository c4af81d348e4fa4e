"""Reports: the three rates in the chat, for today, a week, a month; by unit, series, team; each opens to its requests.

Counting a district's month takes seconds, and so does a picture: a worker does both, and says the result here.
"""

import json
from collections.abc import Mapping
from datetime import datetime, timedelta

from handlers import permissions
from handlers.errors import Refused
from handlers.figures import rate_views, rates
from handlers.figures.rate_views import BY_PLACE, BY_SERIES, BY_TEAM, LISTS, TOTAL, Tally, View
from handlers.figures.rates import Figures, Period
from handlers.message import Choice, Message, Named, Text, choice
from handlers.routing import Route
from handlers.turn import Speaker, Turn
from storage import addresses, places, roles, tasks, teams
from storage.roles import RoleHeld

COUNT = "count rates"
SEE = "see rates"
MOST_GROUPS = 10
MOST_SCOPES = 10


def begin(turn: Turn) -> None:
    """Asks for which time; first for whom, where the person answers for several places or teams."""
    scopes = _own_scopes(turn)
    if not scopes:
        raise Refused("not-allowed")
    if turn.argument or len(scopes) == 1:
        place, _, only = (turn.argument or scopes[0][0]).partition(".")
        _ask_time(turn, place, only)
        return
    choices = tuple(Choice(f"rate.at:{scope}", Text("plain", {"text": name})) for scope, name in scopes)
    turn.send(Message(text=Text("rates-ask-whose"), choices=choices))


def see(turn: Turn) -> None:
    """Has a view counted; the figures come as soon as they are there."""
    view = _allowed_view(turn)
    payload = {"address": turn.chat.id, "person": turn.person.id, "view": view.code}
    tasks.add(turn.tx, COUNT, json.dumps(payload), turn.now)
    turn.say("rates-counting")


def which(turn: Turn) -> None:
    """Asks which figure is to be opened."""
    view = _allowed_view(turn)
    choices = [_way(view.showing(letter), f"rates-list-{figure}") for letter, figure in LISTS.items()]
    turn.send(Message(text=Text("rates-which"), choices=tuple(choices), lasting=True))


def allowed(held: list[RoleHeld], speaker: Speaker, view: View) -> bool:
    """Whether somebody with these roles may see a view. Refused for a place that does not exist."""
    path = rate_views.path_of(speaker.tx, view)
    if path is not None:
        return permissions.may(held, SEE, path=path)
    return permissions.may([one for one in held if one.role in permissions.TEAM_ROLES], SEE, team_id=view.team_id)


def tell_figures(
    speaker: Speaker, view: View, address_id: int, tally: Tally, names: Mapping[str, Named], digest: str | None
) -> None:
    """Says the figures of a view, with the picture of them where one could be drawn."""
    period = view.times(speaker.community.zone)
    lines = [
        Text("rates-head", {"whose": whose(speaker, view), "period": period_name(period)}),
        standing(period, speaker.now),
        *_figures(tally.total),
    ]
    groups = tally.largest(MOST_GROUPS)
    lines += [_group_line(names.get(key), found) for key, found in groups]
    message = Message(
        text=_joined(lines),
        choices=_ways_to_groups(view, groups, names) if groups else _ways(view),
        media=(digest,) if digest else (),
        lasting=True,
    )
    speaker.put(addresses.read(speaker.tx, address_id), message)


def tell_failure(speaker: Speaker, address_id: int) -> None:
    """Says that the figures could not be counted."""
    speaker.put(addresses.read(speaker.tx, address_id), Message(text=Text("rates-failed")))


def whose(speaker: Speaker, view: View) -> Named:
    """Place, series and team that a view is about, in both languages."""
    parts = []
    if view.place_id:
        place = places.read(speaker.tx, view.place_id)
        parts.append(Named(place.name, place.name_en))
    if view.only:
        found = rate_views.names(speaker.tx, view.only[:1], [view.only[1:]])
        parts += found.values()
    return Named(" · ".join(part.zh for part in parts), " · ".join(part.en or part.zh for part in parts))


def period_name(period: Period) -> Text:
    """A day, a week or a month in words."""
    day = period.first
    values = {"year": str(day.year), "month": str(day.month), "day": str(day.day)}
    return Text(f"rates-period-{period.kind}", values)


def standing(period: Period, now: datetime) -> Text:
    """Whether the figures can still change, and until when."""
    key = "rates-settled" if now >= period.settles_at else "rates-provisional"
    return Text(key, {"at": period.settles_at})


def still_allowed(speaker: Speaker, person_id: int, view: View) -> bool:
    """Whether the person may still see it: a worker asks again when it has counted."""
    return allowed(roles.of_person(speaker.tx, person_id), speaker, view)


def _own_scopes(turn: Turn) -> list[tuple[str, Named]]:
    """Places and teams whose figures the person may see, the highest place first; (`place.only`, name)."""
    reach = permissions.MAY[SEE]
    found = []
    held_at = {held.place_id: held.path for held in turn.roles if reach.get(held.role) == "place"}
    for place_id, path in sorted(held_at.items(), key=lambda item: item[1]):
        if not any(path != other and path.startswith(other) for other in held_at.values()):
            place = places.read(turn.tx, place_id)
            found.append((f"{place_id}.", Named(place.name, place.name_en)))
    led = [held.team_id for held in turn.roles if reach.get(held.role) == "team" and held.team_id is not None]
    for team_id in dict.fromkeys(led):
        team = teams.read(turn.tx, team_id)
        found.append((f"0.{BY_TEAM}{team_id}", Named(team.name, team.name_en)))
    return found[:MOST_SCOPES]


def _ask_time(turn: Turn, place: str, only: str) -> None:
    zone = turn.community.zone
    today = turn.now.astimezone(zone).date()
    last_month = today.replace(day=1) - timedelta(days=1)
    times = (("today", "d", today), ("week", "w", today), ("month", "m", today), ("last-month", "m", last_month))
    choices = []
    for name, kind, day in times:
        view = rate_views.parse(f"{rates.period(kind, day, zone).code}.{place}.{only}.{TOTAL}0", zone)
        choices.append(_way(view, f"rates-{name}"))
    turn.send(Message(text=Text("rates-ask-time"), choices=tuple(choices), lasting=True))


def _allowed_view(turn: Turn) -> View:
    view = rate_views.parse(turn.argument, turn.community.zone)
    if not allowed(turn.roles, turn, view):
        raise Refused("not-allowed")
    return view


def _way(view: View, key: str) -> Choice:
    return choice(f"rate.see:{view.code}", key)


def _ways(view: View) -> tuple[Choice, ...]:
    """What can be looked at more closely: the requests, and what has not been narrowed down yet."""
    ways = [choice(f"rate.which:{view.code}", "rates-open")]
    if view.place_id:
        ways.append(_way(view.showing(BY_PLACE), "rates-by-place"))
    if not view.only:
        ways += [_way(view.showing(BY_SERIES), "rates-by-series"), _way(view.showing(BY_TEAM), "rates-by-team")]
    return tuple(ways)


def _ways_to_groups(view: View, groups: list[tuple[str, Figures]], names: Mapping[str, Named]) -> tuple[Choice, ...]:
    """One for each group, whose figures it shows alone."""
    ways = []
    for key, _ in groups:
        inside = _inside(view, key)
        if inside is not None and key in names:
            ways.append(Choice(f"rate.see:{inside.code}", Text("plain", {"text": names[key]})))
    return tuple(ways)


def _inside(view: View, key: str) -> View | None:
    """The view of one group; None for what belongs to none."""
    if not key:
        return None
    if view.show == BY_PLACE:
        return View(view.period, int(key), view.only)
    return View(view.period, view.place_id, f"{view.show}{key}")


def _figures(figures: Figures) -> list[Text]:
    response, solution, satisfaction, coverage = (share(*each) for each in figures.shares)
    return [
        Text("rates-n", {"n": figures.n, "out": figures.left_out}),
        Text("rates-response", {"share": response}),
        Text("rates-solution", {"share": solution}),
        Text("rates-satisfaction", {"share": satisfaction}),
        Text("rates-coverage", {"share": coverage}),
    ]


def _group_line(name: Named | None, figures: Figures) -> Text:
    response, solution, satisfaction, _ = (share(*each) for each in figures.shares)
    values = {"n": figures.n, "response": response, "solution": solution, "satisfaction": satisfaction}
    return Text("rates-group", {"name": name or Text("rates-of-none"), **values})


def share(part: int, whole: int) -> Text:
    """A share as people read it: 95 % (19/20); words where there is nothing to share."""
    if not whole:
        return Text("rates-no-share")
    percent = (200 * part + whole) // (2 * whole)  # rounded half up, in whole numbers: the same on every machine
    return Text("rates-share", {"percent": percent, "part": part, "whole": whole})


def _joined(lines: list[Text]) -> Text:
    whole = lines[-1]
    for line in reversed(lines[:-1]):
        whole = Text("two-lines", {"first": line, "second": whole})
    return whole


ROUTES = (
    Route("command", "rates", begin, menu="coordinator desk leader secretary"),
    Route("press", "rate.open", begin),
    Route("press", "rate.at", begin),
    Route("press", "rate.see", see),
    Route("press", "rate.which", which),
)
