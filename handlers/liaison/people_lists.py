"""The station's people: one's own, all of them, those without a liaison, and each liaison's; twenty choices a page."""

from handlers import permissions
from handlers.coordinating import steering
from handlers.errors import Refused
from handlers.liaison import caring
from handlers.message import Choice, Message, Named, Text, choice
from handlers.occasions import going
from handlers.routing import Route
from handlers.turn import Speaker, Turn
from storage import absences, cards, places
from storage.cards import Card
from storage.places import Place

PAGE = 14
MOST_STATIONS = 1000
MOST = 1000  # people of one liaison


def people(turn: Turn) -> None:
    """Whom the person looks after; a secretary sees the station, and picks one where there are several."""
    stations = own_stations(turn)
    if len(stations) == 1:
        _overview(turn, stations[0])
    elif stations:
        ways = [Choice(f"liaison.station:{each.id}", _named(each)) for each in stations]
        _show(
            turn, Text("people-which"), steering.page_of(ways, turn.argument.partition("/")[2], PAGE, "liaison.people:")
        )
    elif permissions.may(turn.roles, "see own load", ties=("own",)):
        mine(turn)
    else:
        raise Refused("not-allowed")


def station(turn: Turn) -> None:
    """One station: how many people, how many without a liaison, and the ways on."""
    place, _ = _asked(turn)
    _overview(turn, place)


def mine(turn: Turn) -> None:
    """The person's own people, and the way to those for whom they stand in."""
    after = turn.argument_id() if turn.argument else 0
    me = turn.person.id
    found = cards.of_liaison(turn.tx, me, PAGE + 1, after)
    rows = _rows(turn, found, "liaison.mine:{}")
    n = cards.count_of_liaison(turn.tx, me)
    others = (choice("liaison.others", "people-others"),) if _others(turn) else ()
    add = (choice("liaison.add", "people-add"),) if may_add(turn) else ()
    _show(turn, Text("people-mine", {"n": n}), [*rows, *others, *add])


def others(turn: Turn) -> None:
    """Those for whom the person is the deputy, or stands in while their liaison is away."""
    after = turn.argument_id() if turn.argument else 0
    found = [each for each in _others(turn) if each.id > after][: PAGE + 1]
    _show(turn, Text("people-others-list"), [*_rows(turn, found, "liaison.others:{}"), _back()])


def all_of(turn: Turn) -> None:
    """Everybody of a station."""
    place, after = _asked(turn)
    rows = _rows(turn, cards.of_place(turn.tx, place.id, PAGE + 1, after), f"liaison.all:{place.id}/{{}}", whose=True)
    _show(turn, Text("people-all", {"n": cards.count_of_place(turn.tx, place.id)}), [*rows, _to(place)])


def without(turn: Turn) -> None:
    """Those whom nobody looks after: one by one, or all to somebody at once."""
    place, after = _asked(turn)
    found = cards.without_liaison(turn.tx, place.id, PAGE + 1, after)
    ways = [choice(f"hand.all:{place.id}/0", "people-hand-all")] if found else []
    n = cards.count_without(turn.tx, place.id)
    rows = _rows(turn, found, f"liaison.without:{place.id}/{{}}")
    _show(turn, Text("people-without-list", {"n": n}), [*rows, *ways, _to(place)])


def loads(turn: Turn) -> None:
    """Each liaison of a station with how many people they look after."""
    place, page = _asked(turn)
    found = liaisons(turn, place.id)
    rows = [choice(f"liaison.of:{place.id}/{each}", "people-load", **_load(turn, each)) for each in found]
    shown = steering.page_of(rows, str(page), PAGE, f"liaison.loads:{place.id}")
    _show(turn, Text("people-loads" if rows else "people-no-liaisons"), [*shown, _to(place)])


def of_one(turn: Turn) -> None:
    """One liaison's people, and the way to hand them over."""
    turn.argument, _, rest = turn.argument.partition("/")
    liaison, _, after = rest.partition("/")
    turn.argument = f"{turn.argument}/{liaison}"
    place, liaison_id = _asked(turn)
    turn.argument = after or "0"
    start = turn.argument_id()
    theirs = [each for each in cards.of_liaison(turn.tx, liaison_id, MOST) if each.place_id == place.id]
    shown = [each for each in theirs if each.id > start][: PAGE + 1]
    ways = [choice(f"hand.all:{place.id}/{liaison_id}", "people-hand-over")] if theirs else []
    rows = _rows(turn, shown, f"liaison.of:{place.id}/{liaison_id}/{{}}")
    _show(turn, Text("people-of-one", {**_load(turn, liaison_id), "n": len(theirs)}), [*rows, *ways, _to(place)])


def own_stations(turn: Turn) -> list[Place]:
    """The communities in which the person says who looks after whom."""
    paths = steering.own_paths(turn, "assign visits")
    if not paths:
        return []
    found = places.of_kind(turn.tx, caring.COMMUNITY, limit=MOST_STATIONS)
    return [each for each in found if any(each.path.startswith(path) for path in paths)]


def liaisons(turn: Speaker, place_id: int) -> list[int]:
    """The liaisons of a station."""
    return going.of_station(turn, place_id, "liaison")


def liaison_choices(turn: Turn, place_id: int, action: str, but: int | None = None) -> list[Choice]:
    """A choice for each liaison of a station with their load, the least loaded first; `but` is left out. Whoever shows
    them shows them by pages."""
    found = [each for each in liaisons(turn, place_id) if each != but]
    found.sort(key=lambda each: (cards.count_of_liaison(turn.tx, each), each))
    return [choice(action.format(each), "people-load", **_load(turn, each)) for each in found]


def may_add(turn: Turn) -> bool:
    """Whether the person may take somebody new into a station's care."""
    return permissions.may(turn.roles, "add people")


def _overview(turn: Turn, place: Place) -> None:
    lost = cards.count_without(turn.tx, place.id)
    values = {"place": Named(place.name, place.name_en), "n": cards.count_of_place(turn.tx, place.id), "lost": lost}
    ways = [choice(f"liaison.without:{place.id}", "people-without", n=lost)] if lost else []
    ways += [choice(f"liaison.all:{place.id}", "people-everybody"), choice(f"liaison.loads:{place.id}", "people-by")]
    own = cards.count_of_liaison(turn.tx, turn.person.id)
    ways += [choice("liaison.mine", "people-own", n=own)] if own else []
    _show(turn, Text("people-station", values), [*ways, choice(f"liaison.add:{place.id}", "people-add")])


def _asked(turn: Turn) -> tuple[Place, int]:
    """The station and the second number of an action such as `liaison.all:4711/12`. Refused to anybody else."""
    first, _, second = turn.argument.partition("/")
    turn.argument = second or "0"
    number = turn.argument_id()
    turn.argument = first
    place = steering.place(turn, turn.argument_id())
    permissions.require(turn, "assign visits", path=place.path)
    return place, number


def _others(turn: Turn) -> list[Card]:
    me, tx = turn.person.id, turn.tx
    covered = [card for each in absences.covered_by(tx, me, turn.now) for card in cards.of_liaison(tx, each, MOST)]
    found = {card.id: card for card in (*covered, *cards.of_deputy(tx, me, MOST))}
    return sorted(found.values(), key=lambda card: card.id)


def _rows(turn: Turn, found: list[Card], more: str, whose: bool = False) -> list[Choice]:
    rows = [choice(f"person.show:{card.id}", "people-line", **_row(turn, card, whose)) for card in found[:PAGE]]
    if len(found) > PAGE:
        rows.append(choice(more.format(found[PAGE - 1].id), "more"))
    return rows


def _row(turn: Turn, card: Card, whose: bool) -> dict[str, object]:
    liaison = Text("people-whose", {"liaison": caring.named(turn, card.liaison_id)}) if whose else ""
    return {"name": caring.name_of(turn, card.person_id), "home": caring.home_of(turn, card), "liaison": liaison}


def _load(turn: Turn, liaison_id: int) -> dict[str, object]:
    n = cards.count_of_liaison(turn.tx, liaison_id)
    away = absences.of_person(turn.tx, liaison_id, turn.now) is not None
    return {"name": caring.name_of(turn, liaison_id), "n": n, "away": Text("people-away") if away else ""}


def _named(place: Place) -> Text:
    return Text("plain", {"text": Named(place.name, place.name_en)})


def _to(place: Place) -> Choice:
    return choice(f"liaison.station:{place.id}", "people-back")


def _back() -> Choice:
    return choice("liaison.people", "people-back")


def _show(turn: Turn, text: Text, ways: list[Choice]) -> None:
    message = Message(text=text, choices=tuple(ways), lasting=True)
    steering.show_here(turn, f"people:{turn.person.id}", message)


ROUTES = (
    Route("command", "people", people, menu="liaison secretary"),
    Route("press", "liaison.people", people),
    Route("press", "liaison.mine", mine),
    Route("press", "liaison.others", others),
    Route("press", "liaison.station", station),
    Route("press", "liaison.all", all_of),
    Route("press", "liaison.without", without),
    Route("press", "liaison.loads", loads),
    Route("press", "liaison.of", of_one),
)
