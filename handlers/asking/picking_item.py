"""Picking an item in somebody's stead: what their words may mean first, otherwise the catalogue, series by series.

For forms whose question is called `item`; the form's answers keep `matches` (codes) and `browse` (where one leafs).
"""

from handlers import forms
from handlers.forms import Again
from handlers.message import Choice, Message, Named, Text
from handlers.turn import Turn
from handlers.understanding import Reading
from storage import catalogue

SERIES = "in/"
MOST_GUESSES = 3  # with "another" four choices
MOST_ITEMS, MOST_SERIES = 16, 18


def guesses(reading: Reading) -> list[str]:
    """The codes of the likeliest items of a text."""
    return [match.code for match in reading.items[:MOST_GUESSES]]


def ask(turn: Turn, form: str, question: str, another: str) -> Message:
    """The guesses and "another", or the catalogue; `question` and `another` are keys of texts."""
    answers = turn.dialogue.answers
    browse = answers.get("browse")
    found = [item for code in answers.get("matches", []) if (item := turn.item(code)) is not None]
    other = forms.pick(form, "item", SERIES, another)
    if browse is None and found:
        return Message(text=Text(question), choices=(*(_way(form, each.code, each) for each in found), other))
    if not browse:
        series = catalogue.all_series(turn.tx)[:MOST_SERIES]
        return Message(text=Text(question), choices=tuple(_way(form, f"{SERIES}{each.code}", each) for each in series))
    items = catalogue.of_series(turn.tx, str(browse), MOST_ITEMS)
    return Message(text=Text(question), choices=(*(_way(form, each.code, each) for each in items), other))


def read(turn: Turn) -> str:
    """The code of the item that was picked. Raises Again after a step in the catalogue, or new words."""
    answers, given = turn.dialogue.answers, turn.argument
    if given and turn.item(given) is not None:
        return given
    if given.startswith(SERIES):
        answers["browse"] = given.removeprefix(SERIES)
    elif turn.incoming.text.strip():
        answers["matches"] = guesses(turn.reading)
        answers["browse"] = None
    raise Again()


def _way(form: str, value: str, named: catalogue.Item | catalogue.Series) -> Choice:
    return Choice(f"{form}.item:{value}", Text("plain", {"text": Named(named.name, named.name_en)}))
