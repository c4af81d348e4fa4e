"""Where a caller needs help: in words, or step by step from the places of whoever enters it, down to the building."""

from handlers import cards
from handlers.coordinating import steering
from handlers.forms import Again, pick
from handlers.message import Choice, Message, Named, Text
from handlers.turn import Turn
from storage import places
from storage.places import Place

MOST = 16  # with "somewhere there" and the ways on twenty
MOST_ADDRESS = 200
HERE = "here/"
FINE = ("building", "grid")


def ask(turn: Turn) -> Message:
    """Where? Places that the words may mean, or those below the one that was picked."""
    top, maybe = turn.dialogue.answers.get("area"), turn.dialogue.answers.get("maybe")
    choices = [_named(turn, place, whole=bool(maybe)) for place in _listed(turn)]
    if top is not None:
        choices.append(pick("enter", "place", f"{HERE}{top}", "enter-place-here"))
    return Message(text=Text("enter-place-which" if maybe else "enter-place"), choices=tuple(choices))


def read(turn: Turn) -> str:
    """The building, or as near as it is known; the words are kept as the address. Raises Again."""
    answers, given = turn.dialogue.answers, turn.argument
    if given.startswith(HERE):
        return _picked(turn, given.removeprefix(HERE))
    if given:
        number = _picked(turn, given)
        place = places.read(turn.tx, int(number))
        if place.kind in FINE or not places.children(turn.tx, place.id, limit=1):
            return number
        answers["area"], answers["maybe"] = number, []
        raise Again()
    words = turn.incoming.text.strip()[:MOST_ADDRESS]
    if not words:
        raise Again("enter-place-in-words")
    answers["address"] = words
    found = _meant(turn)
    if len(found) == 1 and found[0].kind in FINE:
        return str(found[0].id)
    answers["maybe"], answers["area"] = [str(place.id) for place in found[:MOST]], None
    raise Again("enter-place-which")


def is_own(turn: Turn, place_id: int) -> bool:
    """Whether a place lies where the person may file for others."""
    path = steering.place(turn, place_id).path
    return any(path.startswith(own) for own in steering.own_paths(turn, "file for another"))


def _listed(turn: Turn) -> list[Place]:
    answers = turn.dialogue.answers
    if answers.get("maybe"):
        return [places.read(turn.tx, int(each)) for each in answers["maybe"]]
    if answers.get("area"):
        return places.children(turn.tx, int(answers["area"]), limit=MOST)
    tops = [held.place_id for held in turn.roles if held.path in steering.own_paths(turn, "file for another")]
    return [place for top in dict.fromkeys(tops) for place in places.children(turn.tx, top, limit=MOST)][:MOST]


def _meant(turn: Turn) -> list[Place]:
    """The person's own places that the words may mean; buildings where there are some."""
    known = (places.read_by_code(turn.tx, code) for code in turn.reading.places)
    own = [place for place in known if place is not None and is_own(turn, place.id)]
    return [place for place in own if place.kind == "building"] or own


def _picked(turn: Turn, number: str) -> str:
    if not (number.isascii() and number.isdigit()) or not is_own(turn, int(number[:18])):
        raise Again("enter-place-which")
    return str(int(number[:18]))


def _named(turn: Turn, place: Place, *, whole: bool) -> Choice:
    """A place to tap; `whole`: with its estate, since several estates have a building of that name."""
    name = cards.area(turn, place.id) if whole else Named(place.name, place.name_en)
    return Choice(f"enter.place:{place.id}", Text("plain", {"text": name}))
