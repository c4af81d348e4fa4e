"""Concern: /care. Somebody has a hard time themselves, or speaks of a neighbour who has.

Of a neighbour only the name, the house and which of the four it is are asked. Whoever speaks of them is thanked, and
hears nothing of what becomes of it.
"""

from handlers import cards, forms
from handlers.asking import browsing
from handlers.asking.caller_slip import MOST_NAME
from handlers.forms import Again, Form, Question
from handlers.message import Choice, Message, Text, named_choice
from handlers.occasions import care_words, speaking
from handlers.occasions.offering_visits import KINDS
from handlers.occasions.speaking import OTHER, SELF
from handlers.routing import Route
from handlers.turn import Turn
from handlers.understanding import normalise_phone
from storage import occasions, places

MOST_MAYBE = 3
HURT = ("yes", "no", "unsure")


def begin(turn: Turn) -> None:
    """Opens the form."""
    forms.start(turn, CONCERN)


def took_words(turn: Turn) -> bool:
    """Words that tell of a neighbour open the form with what they tell; False where they tell of nobody."""
    more = turn.incoming.media or turn.reading.phones  # a slip of a caller, or something to be done
    word = None if more else care_words.of_neighbour(turn.incoming.text)
    if word is None:
        return False
    if word.dead:
        forms.start(turn, CONCERN, whom=OTHER, kind=word.kind, dead=word.dead[:MOST_NAME])
        return True
    named = {"name": word.name[:MOST_NAME]} if word.name else {}
    forms.start(turn, CONCERN, whom=OTHER, kind=word.kind, thanked=True, **named)
    return True


def _ask_whom(turn: Turn) -> Message:
    ways = (
        forms.pick("concern", "whom", SELF, "care-whom-self"),
        forms.pick("concern", "whom", OTHER, "care-whom-other"),
    )
    return Message(text=Text("care-whom"), choices=ways)


def _read_whom(turn: Turn) -> str:
    if turn.argument not in (SELF, OTHER):
        raise Again("care-tap-please")
    return turn.argument


def _other(turn: Turn) -> bool:
    return turn.dialogue.answers.get("whom") == OTHER


def _named(turn: Turn) -> bool:
    return _other(turn) and not _died(turn)


def _died(turn: Turn) -> bool:
    """The neighbour has died: it is somebody of their family who may need care."""
    return bool(turn.dialogue.answers.get("dead"))


def _somebody(turn: Turn) -> bool:
    """Whether there is somebody who may be asked."""
    return _other(turn) and (not _died(turn) or bool(turn.dialogue.answers.get("family")))


def _ask_family(turn: Turn) -> Message:
    return Message(text=Text("care-ask-family", {"name": turn.dialogue.answers["dead"]}))


def _ask_name(turn: Turn) -> Message:
    return Message(text=Text("care-ask-name"))


def _read_name(turn: Turn) -> str:
    name = turn.incoming.text.strip()[:MOST_NAME]
    if not name:
        raise Again("care-ask-name")
    return name


def _ask_place(turn: Turn) -> Message:
    maybe = [places.read(turn.tx, int(each)) for each in turn.dialogue.answers.get("maybe", [])]
    ways: list[Choice] = [named_choice(f"concern.place:{each.id}", cards.area(turn, each.id)) for each in maybe]
    home = turn.person.place_id
    if not ways and home is not None and places.read(turn.tx, home).kind == "building":
        ways.append(forms.pick("concern", "place", home, "care-place-mine"))
    answers = turn.dialogue.answers
    if _died(turn):
        return Message(text=Text("care-ask-place-family", {"name": answers["dead"]}), choices=tuple(ways))
    key = "care-ask-place-thanks" if answers.get("thanked") and not maybe else "care-ask-place"
    return Message(text=Text(key, {"name": answers["name"]}), choices=tuple(ways))


def _read_place(turn: Turn) -> str:
    """The building, or as near as the words tell. Raises Again."""
    answers, given = turn.dialogue.answers, turn.argument
    if given:
        if given not in (*answers.get("maybe", []), str(turn.person.place_id)):
            raise Again("care-place-again")
        return given
    home = places.read(turn.tx, turn.person.place_id) if turn.person.place_id else None
    found = browsing.named_place(turn, home)
    known = [places.read_by_code(turn.tx, code) for code in turn.reading.places]
    buildings = [each for each in known if each is not None and each.kind == "building"]
    if found is None:
        raise Again("care-place-again")
    near = [each for each in buildings if home is not None and each.parent_id == home.parent_id]
    if found.kind == "building" and len(buildings) > 1 and len(near) != 1:
        answers["maybe"] = [str(each.id) for each in buildings[:MOST_MAYBE]]
        raise Again("care-place-which")
    return str(found.id)


def _ask_phone(turn: Turn) -> Message:
    return Message(text=Text("care-ask-phone"))


def _read_phone(turn: Turn) -> str:
    number = next(iter(turn.reading.phones), None) or normalise_phone(turn.incoming.text)
    if number is None:
        raise Again("ask-phone-again")
    return number


def _ask_kind(turn: Turn) -> Message:
    ways = tuple(forms.pick("concern", "kind", kind, label) for kind, label in KINDS.items())
    return Message(text=Text("care-ask-kind" if _other(turn) else "care-ask-kind-self"), choices=ways)


def _read_kind(turn: Turn) -> str:
    kind = turn.argument or care_words.kind_of(turn.incoming.text)
    if kind not in KINDS:
        raise Again("care-tap-please")
    return str(kind)


def _ask_hurt(turn: Turn) -> Message:
    return Message(
        text=Text("care-hurt"),
        choices=(
            forms.pick("concern", "hurt", "yes", "care-hurt-yes"),
            forms.pick("concern", "hurt", "no", "care-hurt-no"),
            forms.pick("concern", "hurt", "unsure", "care-hurt-unsure"),
        ),
    )


def _read_hurt(turn: Turn) -> str:
    if turn.argument not in HURT:
        raise Again("care-tap-please")
    return turn.argument


def _ask_how(turn: Turn) -> Message:
    ways = (
        forms.pick("concern", "how", "visit", "care-how-visit"),
        forms.pick("concern", "how", "call", "care-how-call"),
    )
    return Message(text=Text("care-ask-how"), choices=ways)


def _read_how(turn: Turn) -> str:
    if turn.argument not in ("visit", "call"):
        raise Again("care-tap-please")
    return turn.argument


def _hurt_wanted(turn: Turn) -> bool:
    return turn.dialogue.answers.get("kind") == occasions.CONFLICT


def _how_wanted(turn: Turn) -> bool:
    return not _other(turn) and turn.dialogue.answers.get("hurt") != "yes"


def _digits(turn: Turn) -> bool:
    """A bare number is a house or a phone, but not for those who press buttons by digits."""
    return not turn.person.elder


CONCERN = Form(
    "concern",
    (
        Question("whom", _ask_whom, _read_whom),
        Question("family", _ask_family, _read_name, wanted=_died, skip=True),
        Question("name", _ask_name, _read_name, wanted=_named),
        Question("place", _ask_place, _read_place, wanted=_other, skip=True, number=_digits),
        Question("phone", _ask_phone, _read_phone, wanted=_somebody, skip=True, number=_digits),
        Question("kind", _ask_kind, _read_kind),
        Question("hurt", _ask_hurt, _read_hurt, wanted=_hurt_wanted),
        Question("how", _ask_how, _read_how, wanted=_how_wanted),
    ),
    speaking.done,
    cancelled="care-left",
)
FORMS = (CONCERN,)
ROUTES = (
    Route("command", "care", begin, menu="resident"),
    Route("press", "care.begin", begin),
)
