"""What a caller's request is about: guesses from the words, or the catalogue, series first."""

from collections.abc import Sequence

from handlers import forms
from handlers.asking import meant
from handlers.forms import Again
from handlers.message import Choice, Message, Named, Text
from handlers.turn import Turn
from storage import catalogue

MOST_GUESSES = 2  # with the catalogue and a way out four choices
PAGE = 16
MOST_SERIES = 18
SERIES = "in/"


def guesses(turn: Turn) -> list[str]:
    """The items that what was just written may mean."""
    return meant.items(turn)[:MOST_GUESSES]


def likely(turn: Turn, codes: Sequence[str]) -> dict[str, object]:
    """What the words of a slip are about: the best guess stands on the card at once, and can be changed there.

    An emergency is never guessed; where it is the best guess, the others are asked for.
    """
    best = turn.item(codes[0]) if codes else None
    told: dict[str, object] = {"matches": list(codes[:MOST_GUESSES])}
    return told | ({"item": best.code} if best is not None and best.urgency != "emergency" else {})


def ask(turn: Turn) -> Message:
    """Up to two guesses; otherwise the catalogue, series first."""
    answers = turn.dialogue.answers
    browse = answers.get("browse")
    known = [item for code in answers.get("matches", []) if (item := turn.item(code)) is not None]
    if browse is None and known:
        named = [_named(f"enter.item:{item.code}", item.name, item.name_en) for item in known]
        return Message(text=Text("enter-item"), choices=(*named, _other()))
    if not browse:
        series = [_named(f"enter.item:{SERIES}{each.code}", each.name, each.name_en) for each in _all_series(turn)]
        return Message(text=Text("enter-item"), choices=tuple(series))
    items = catalogue.of_series(turn.tx, str(browse), PAGE)
    shown = [_named(f"enter.item:{item.code}", item.name, item.name_en) for item in items]
    return Message(text=Text("enter-item"), choices=(*shown, _other()))


def read(turn: Turn) -> str:
    """An item, or a step through the catalogue, or words that say it otherwise. Raises Again."""
    answers, given = turn.dialogue.answers, turn.argument
    if given and turn.item(given) is not None:
        return given
    if given.startswith(SERIES):
        wanted = given.removeprefix(SERIES)
        answers["browse"] = wanted if any(each.code == wanted for each in _all_series(turn)) else ""
    elif turn.incoming.text.strip():
        answers["matches"], answers["browse"] = guesses(turn), None
    raise Again()


def _other() -> Choice:
    return forms.pick("enter", "item", SERIES, "enter-other-item")


def _all_series(turn: Turn) -> list[catalogue.Series]:
    return catalogue.all_series(turn.tx)[:MOST_SERIES]


def _named(action: str, name: str, name_en: str) -> Choice:
    return Choice(action, Text("plain", {"text": Named(name, name_en)}))
