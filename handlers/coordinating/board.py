"""The board: desk and coordinator see what is open in their place and below, counted by kind and listed.

One message a person, changed in place while they look around; a new one where they ask anew.
"""

from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from handlers import cards, failures, permissions, staff
from handlers.coordinating import steering
from handlers.errors import Refused
from handlers.message import Choice, Message, Named, Text, choice
from handlers.routing import Route
from handlers.turn import MOST_DIGITS, Speaker, Turn
from storage import board, catalogue, places, service_requests, teams
from storage.board import KINDS, Part
from storage.service_requests import ServiceRequest

PAGE = 10
MOST_UNITS = 1000
MOST_PARTS = 16  # to filter by; with "all" and "back" less than twenty buttons
SHOWN = ("new", "offered", "hand", "waiting", "late", "disputed", "silent")
By: TypeAlias = Literal["unit", "series", "team"]
BY: dict[str, By] = {"u": "unit", "s": "series", "t": "team"}


@dataclass(frozen=True, slots=True)
class View:
    """What of the board is looked at: a kind, after which request, and at most one filter (such as `t4711`)."""

    kind: str = "all"
    after: int = 0
    filtered: str = ""

    def action(self) -> str:
        """The action that leads here."""
        return f"board.list:{self.kind}/{self.after}/{self.filtered}"


def overview(turn: Turn) -> None:
    """How many there are of each kind, and the oldest ones."""
    _list(turn, View(filtered=turn.argument if turn.argument[:1] in BY else ""))


def list_kind(turn: Turn) -> None:
    """The requests of one kind, the oldest first, ten a page."""
    kind, _, rest = turn.argument.partition("/")
    after, _, filtered = rest.partition("/")
    if kind not in KINDS or (filtered and filtered[0] not in BY):
        raise Refused("choice-unknown")
    turn.argument = after
    _list(turn, View(kind, turn.argument_id(), filtered))


def pick_filter(turn: Turn) -> None:
    """By what the board is to be narrowed: unit, series or team; then by which."""
    _parts(turn, "")
    sign, _, page = turn.argument.partition("/")
    if sign not in BY:
        ways = tuple(choice(f"board.filter:{sign}", f"board-by-{by}") for sign, by in BY.items())
        _show(turn, Message(text=Text("board-by"), choices=(*ways, choice("board.open", "board-all")), lasting=True))
        return
    found = {"u": _units, "s": _series, "t": _teams}[sign](turn)
    shown = steering.page_of(found, page, MOST_PARTS, f"board.filter:{sign}")
    _show(turn, Message(text=Text("board-by"), choices=(*shown, choice("board.open", "board-all")), lasting=True))


def parked(turn: Turn) -> None:
    """What could not be handled."""
    failures.list_parked(turn)


def _list(turn: Turn, view: View) -> None:
    parts = _parts(turn, view.filtered)
    counts = _counts(turn, parts)
    failed = board.parked(turn.tx) if view.kind == "all" and permissions.may(turn.roles, "look after failures") else 0
    found = sorted(
        {
            number
            for part in parts
            for number in board.listed(turn.tx, part, view.kind, turn.now, after=view.after, limit=PAGE + 1)
        }
    )
    if not counts["all"] and not failed and not view.filtered:
        _show(turn, Message(text=Text("board-empty")))
        return
    choices = [] if view.kind != "all" or view.after else _kinds(view, counts, failed)
    choices += [_line(turn, number) for number in found[:PAGE]]
    if len(found) > PAGE:
        choices.append(Choice(replace(view, after=found[PAGE - 1]).action(), Text("more")))
    choices += _ways_back(view)
    _show(turn, Message(text=_title(turn, view, counts), choices=tuple(choices), lasting=True))


def _kinds(view: View, counts: dict[str, int], failed: int) -> list[Choice]:
    """A button for each kind that there is, with how many."""
    choices = [
        Choice(
            replace(view, kind=kind).action(),
            Text("board-count", {"kind": Text(f"board-kind-{kind}"), "n": counts[kind]}),
        )
        for kind in SHOWN
        if counts[kind]
    ]
    if failed:
        label = Text("board-count", {"kind": Text("board-kind-parked"), "n": failed})
        choices.append(Choice("board.parked", label))
    return choices


def _ways_back(view: View) -> list[Choice]:
    if view != View(filtered=view.filtered):
        return [choice(f"board.open:{view.filtered}" if view.filtered else "board.open", "board-all")]
    narrower = choice("board.filter", "board-filter")
    return [narrower, choice("board.open", "board-all")] if view.filtered else [narrower]


def _title(turn: Turn, view: View, counts: dict[str, int]) -> Text:
    if view.kind == "all":
        title = Text("board-open", {"n": counts["all"]})
    else:
        title = Text("board-of-kind", {"kind": Text(f"board-kind-{view.kind}"), "n": counts[view.kind]})
    named = _named(turn, view.filtered)
    return title if named is None else cards.joined([Text("board-part", {"part": named}), title])


def _line(turn: Turn, request_id: int) -> Choice:
    request = service_requests.read(turn.tx, request_id)
    if request is None:
        raise Refused("request-unknown")
    return Choice(f"board.show:{request_id}", line_of(turn, request))


def line_of(turn: Speaker, request: ServiceRequest) -> Text:
    """A request in one line. What it is about is left out where that is delicate: lists are shown everywhere."""
    item = steering.item_of(turn, request)
    name = Text("board-sensitive") if item.sensitive else cards.item_name(item)
    return Text("board-line", {"number": request.number, "item": name, "state": cards.state_name(request.state)})


def _show(turn: Turn, message: Message) -> None:
    steering.show_here(turn, f"board:{turn.person.id}", message)


def _parts(turn: Turn, filtered: str) -> list[Part]:
    """What the person may look at, narrowed by the filter. Raises Refused for a place that is not theirs."""
    paths = steering.own_paths(turn)
    if not paths:
        raise Refused("not-allowed")
    lost = turn.person.id in staff.of_place(turn, None)
    by, value = filtered[:1], filtered[1:]
    if by == "u":
        path = steering.place(turn, _number(value)).path
        if not any(path.startswith(own) for own in paths):
            raise Refused("not-allowed")
        return [Part(path)]
    series = value if by == "s" and value.isascii() and value.isalnum() else ""
    team = _number(value) if by == "t" else 0
    return [Part(path, lost and path == paths[0], series, team) for path in paths]


def _counts(turn: Turn, parts: list[Part]) -> dict[str, int]:
    counted = [board.count(turn.tx, part, turn.now) for part in parts]
    return {kind: sum(each[kind] for each in counted) for kind in KINDS}


def _units(turn: Turn) -> list[Choice]:
    below = [
        place
        for held in dict.fromkeys(held.place_id for held in turn.roles if held.path in steering.own_paths(turn))
        for place in places.children(turn.tx, held, limit=MOST_UNITS)
    ]
    return [_part(f"u{place.id}", place.name, place.name_en, None) for place in below]


def _series(turn: Turn) -> list[Choice]:
    counted = _summed([board.series(turn.tx, part, turn.now) for part in _parts(turn, "")])
    known = [(catalogue.read_series(turn.tx, str(code)), n) for code, n in counted.items()]
    return [_part(f"s{one.code}", one.name, one.name_en, n) for one, n in known if one is not None]


def _teams(turn: Turn) -> list[Choice]:
    counted = _summed([board.teams(turn.tx, part, turn.now) for part in _parts(turn, "")])
    known = [(teams.read(turn.tx, int(number)), n) for number, n in counted.items()]
    return [_part(f"t{team.id}", team.name, team.name_en, n) for team, n in known]


def _summed(counts: list[dict[str, int]] | list[dict[int, int]]) -> dict[str | int, int]:
    total: dict[str | int, int] = {}
    for each in counts:
        for key, n in each.items():
            total[key] = total.get(key, 0) + n
    return total


def _part(filtered: str, name: str, name_en: str, n: int | None) -> Choice:
    named = Named(name, name_en)
    label = Text("plain", {"text": named}) if n is None else Text("board-count", {"kind": named, "n": n})
    return Choice(f"board.open:{filtered}", label)


def _named(turn: Turn, filtered: str) -> Named | None:
    by, value = filtered[:1], filtered[1:]
    if by == "u":
        place = steering.place(turn, _number(value))
        return Named(place.name, place.name_en)
    if by == "t":
        team = steering.team(turn, _number(value))
        return Named(team.name, team.name_en)
    series = catalogue.read_series(turn.tx, value) if by == "s" else None
    return Named(series.name, series.name_en) if series is not None else None


def _number(value: str) -> int:
    if not (value.isascii() and value.isdigit() and len(value) <= MOST_DIGITS):
        raise Refused("choice-unknown")
    return int(value)


ROUTES = (
    Route("command", "open", overview, menu="coordinator desk"),
    Route("press", "board.open", overview),
    Route("press", "board.list", list_kind),
    Route("press", "board.filter", pick_filter),
    Route("press", "board.parked", parked),
)
